/** The numbers beside the choices of the search page. */
import { count, figure } from "../shared/words.js";

/**
 * Sets the text of an element, if it exists and the text has changed: most numbers stay the same from one key press to
 * the next.
 */
function say(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

/**
 * Shows after each choice how many results there would be with it in addition to the other choices; after each list,
 * how many choices are made; and for a role, the records for it and for everyone, as two numbers.
 *
 * `boxes`: the checkboxes of each facet, in the order in which the records number its values. `counts` and `everyone`:
 * from facet-counts.js.
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
