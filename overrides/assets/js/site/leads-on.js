// On a page that only leads on: takes along what follows its address. Without this script the page leads on without it.
(() => {
  const to = new URL(document.currentScript.dataset.to, location.href);
  to.search = location.search;
  if (location.hash) to.hash = location.hash;
  location.replace(to);
})();
