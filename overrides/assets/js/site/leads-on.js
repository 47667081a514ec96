// On a redirect page: keeps the query and fragment of its address. Without this script the redirect drops them.
(() => {
  const to = new URL(document.currentScript.dataset.to, location.href);
  to.search = location.search;
  if (location.hash) to.hash = location.hash;
  location.replace(to);
})();
