/** The figures beside the choices of the search page. */
import { count, figure } from "../shared/words.js";

/** Puts words into an element, if there is one, unless they stand there: most figures stay as they are from one letter to the next. */
function say(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

/**
 * Behind each choice: how many answers there would be with it beside the other choices. Behind each list of them: how
 * many are made. Behind a role: what is for it, with what is for everyone, which is told beside them.
 *
 * `boxes`: the boxes of each facet, in the order in which records number its values. `counts` and `everyone`: as they
 * are counted.
 */
export function showCounts(boxes, { counts, everyone }) {
  say(
    document.querySelector("[data-everyone]"),
    everyone ? `Each number includes ${count(everyone, "result that is", "results that are")} for everyone.` : "",
  );
  let total = 0;
  for (const facet of Object.keys(boxes)) {
    const some = boxes[facet].filter((one) => one.checked).length;
    for (const [at, one] of boxes[facet].entries()) {
      const number = (counts[facet][at] ?? 0) + (facet === "role" ? everyone : 0);
      const label = one.closest("label");
      say(label.querySelector("[data-count]"), `(${figure.format(number)})`);
      label.classList.toggle("none", number === 0 && !one.checked);
    }
    const mark = document.querySelector(`[data-facet=${facet}] [data-chosen]`);
    if (mark) say(mark, some ? `(${some} chosen)` : "");
    if (mark) total += some;
  }
  say(document.querySelector("[data-filters] > summary [data-chosen]"), total ? `(${total} chosen)` : "");
}
