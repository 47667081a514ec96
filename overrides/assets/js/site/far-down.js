/** Lays out what styles leave for later, a few at a time once the page has come: then it has its height, and is whole for whoever looks at all of it. */
const FEW = 4;

/** The parts that these styles leave for later: far.css alone says which they are. */
const leftBy = (styles) =>
  [...styles].flatMap((rule) => {
    if (rule.style?.contentVisibility === "auto") return [...document.querySelectorAll(rule.selectorText)];
    return rule.cssRules ? leftBy(rule.cssRules) : [];
  });

export function layOutTheRest() {
  let left;
  const soon = window.requestIdleCallback ?? setTimeout;
  const next = () => left?.length !== 0 && soon(() => requestAnimationFrame(some)); // in a frame each, so that no task is long
  const some = () => {
    left ??= [...document.styleSheets]
      .filter(({ href }) => href?.startsWith(origin))
      .flatMap(({ cssRules }) => leftBy(cssRules));
    for (const one of left.splice(0, FEW)) one.style.contentVisibility = "visible";
    next();
  };
  if (document.readyState === "complete") next();
  else addEventListener("load", next);
}
