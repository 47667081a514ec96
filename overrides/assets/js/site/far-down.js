/** Lays out what styles leave for later (far.css), a few at a time once the page has come: then it has its height, and is whole for whoever looks at all of it. */
const FEW = 8;

export function layOutTheRest() {
  const left = [...document.querySelectorAll(".action, .component, .laws > li, .shelf > li")];
  const soon = window.requestIdleCallback ?? setTimeout;
  const next = () => left.length && soon(() => requestAnimationFrame(some)); // in a frame each, so that no task is long
  const some = () => {
    for (const one of left.splice(0, FEW)) one.style.contentVisibility = "visible";
    next();
  };
  if (document.readyState === "complete") next();
  else addEventListener("load", next);
}
