/** Filters the list of situations while someone types. The words stay on the page: they are not stored or sent. */
import { ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";

const NEAR = 0.6; // the share of the best score that an entry needs to be shown
const ALIKE = 5; // the number of equal first letters for two words to count as the same
const SENTENCE = 3; // from this many words on, only entries with exactly these words are shown, if there are any
const SAY_NOTHING = new Set(
  "the and for are was were has have had been they them their that this with what who how can not you your his her him she its but any all out get got".split(
    " ",
  ),
);

const telling = (word) => word.length > 2 && !SAY_NOTHING.has(word);

/** Whether two words are forms of one, such as `cut` and `cutting`, or one is the beginning of the other. */
function alike(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short) || (short.length >= ALIKE && long.startsWith(short.slice(0, ALIKE)));
}

export function findSituation() {
  const form = document.querySelector("[data-find-situation]");
  const field = form.querySelector("input");
  const said = form.querySelector("[data-found]");
  const full = new Map(Object.entries(JSON.parse(form.dataset.findSituation)));
  const wordsOf = (text) =>
    (
      text
        .toLowerCase()
        .replace(/[\u2019\u2018`]/g, "'")
        .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []
    ).flatMap((word) => full.get(word) ?? word.split("'"));
  const groups = [...document.querySelectorAll("[data-doors]")];
  const items = [...document.querySelectorAll("[data-asked]")].map((entry) => ({
    entry,
    words: [...new Set(wordsOf(entry.dataset.asked).filter(telling))],
    ways: entry.dataset.asked.split(" | ").map((way) => ` ${wordsOf(way).join(" ")} `),
  }));

  const narrow = () => {
    const all = wordsOf(field.value);
    const so =
      all.length < SENTENCE ? [] : items.filter(({ ways }) => ways.some((way) => way.includes(` ${all.join(" ")} `)));
    const typed = [...new Set(all.filter(telling))];
    const met = typed.map((word) => items.filter((item) => item.words.some((one) => alike(one, word))));
    // a word that many entries have is less significant than one that few have
    const fits = new Map(
      items.map((item) => [item, met.reduce((sum, some) => sum + (some.includes(item) ? 1 / some.length : 0), 0)]),
    );
    const best = Math.max(...fits.values());
    const near = best > 0 ? items.filter((item) => fits.get(item) >= NEAR * best) : items;
    const shown = so.length ? so : near;
    for (const item of items) item.entry.hidden = !shown.includes(item);
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    if (!typed.length && !so.length) said.textContent = "";
    else if (so.length || best > 0)
      said.textContent = `${shown.length} of ${items.length} situations ${shown.length === 1 ? "matches" : "match"}.`;
    else
      said.replaceChildren(
        "No situation matches these words, so the page lists all of them. ",
        element("a", { href: new URL("search/", ROOT).href }, "Search the whole site"),
        ".",
      );
  };

  field.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector("[data-asked]:not([hidden]) a").focus();
  });
  narrow(); // browsers restore typed text when someone comes back
}
