/**
 * A number that nobody has looked at for 12 months is set behind the link to its page, by the reader's own date. What a
 * build writes does not depend on the day, so without scripts the date stands beside the number.
 */
export function setOldAside(within = document, today = new Date()) {
  for (const ways of within.querySelectorAll("[data-looked]")) {
    if (today <= lastDay(ways.dataset.looked)) continue;
    const seen = ways.querySelector("[data-seen]");
    for (const number of ways.querySelectorAll("[data-number]")) number.remove();
    seen.replaceChildren("We have not checked this for more than a year. Check it at ", seen.querySelector("a"), ".");
    delete ways.dataset.looked;
  }
}

/** The end of the last day on which what was looked at on a day, or in a month, still counts: `2026-11`, `2026-11-28`. */
function lastDay(looked) {
  const [year, month, day] = looked.split("-").map(Number);
  return day ? new Date(year + 1, month - 1, day, 24) : new Date(year + 1, month, 0, 24);
}
