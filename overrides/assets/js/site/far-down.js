/**
 * Turns off `content-visibility: auto` for a few elements at a time after the page has loaded, so that the page gets
 * its final height and is complete for programs that look at all of it.
 */

/** The selectors of the elements whose layout is postponed, taken from far.css, which is in the first stylesheet. */
const leftBy = (rules = []) =>
  [...rules].flatMap((rule) => {
    if (rule.style?.contentVisibility === "auto") return [...document.querySelectorAll(rule.selectorText)];
    return leftBy(rule.cssRules);
  });

export function layOutTheRest() {
  let left;
  const soon = window.requestIdleCallback ?? setTimeout;
  const some = () => {
    if (document.querySelector(".incomplete")) return; // then nothing is postponed
    left ??= leftBy(document.styleSheets[0].cssRules);
    // What is in view comes last: a browser does not keep a reader's place in a frame in which the style of what they see changes.
    // What is inside another one waits for that: to measure it, a browser would lay out the whole of the other.
    let outer;
    const away = left.filter((one) => {
      if (outer?.contains(one)) return false;
      outer = one;
      const { bottom, top } = one.getBoundingClientRect();
      return bottom < 0 || top > innerHeight;
    });
    for (const one of away[0] ? away.slice(0, 4) : left.slice(0, 1)) one.style.contentVisibility = "visible";
    left = left.filter((one) => !one.style.contentVisibility);
    if (left[0]) soon(() => requestAnimationFrame(some)); // one animation frame each, so that no task is long
  };
  addEventListener("load", () => soon(some)); // the load event does not wait for this script
}
