/**
 * Replaces a phone number that nobody has checked for 12 months by a link to its page. The age depends on the reader's
 * date, because a build's output must not depend on the day. Without scripts, the date of the check is shown beside the
 * number.
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

/**
 * The end of the last day on which a check still counts as recent. The check is a day or a month: `2026-11-28`,
 * `2026-11`.
 */
function lastDay(looked) {
  const [year, month, day] = looked.split("-").map(Number);
  return day ? new Date(year + 1, month - 1, day, 24) : new Date(year + 1, month, 0, 24);
}
