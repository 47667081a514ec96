/** Lays out what styles leave for later, a few at a time once the page has come: then it has its height, and is whole for whoever looks at all of it. */
const FEW = 4;

/** The parts that these styles leave for later: far.css alone says which they are. */
const leftBy = (rules) =>
  [...rules].flatMap((rule) => {
    if (rule.style?.contentVisibility === "auto") return [...document.querySelectorAll(rule.selectorText)];
    return leftBy(rule.cssRules ?? []);
  });

export function layOutTheRest() {
  let left;
  const soon = window.requestIdleCallback ?? setTimeout;
  const some = () => {
    if (document.querySelector(".incomplete")) return; // then nothing is left for later
    left ??= leftBy([...document.styleSheets].find(({ href }) => href?.includes("css/site")).cssRules);
    for (const one of left.splice(0, FEW)) one.style.contentVisibility = "visible";
    if (left.length) soon(() => requestAnimationFrame(some)); // in a frame each, so that no task is long
  };
  addEventListener("load", () => soon(some)); // which waits for this script
}
