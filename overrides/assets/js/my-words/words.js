/** The sentences on this page and the chosen ones, with the page's data about them. */
import { lines } from "./kept.js";

/**
 * Each sentence of the page by id: `{ words, right, law, whose, letter, own }`. `whose` is the page's text about whose
 * right it is. `own` is the letter for this sentence wherever it was chosen; `letter` is that of the first of its
 * situations that has one.
 */
export const all = new Map();
const letterOf = new Map(); // situation or standard -> its letter
for (const { dataset } of document.querySelectorAll("[data-words-of]")) letterOf.set(dataset.wordsOf, dataset.letter);
for (const item of document.querySelectorAll("[data-say]")) {
  const { say, right = "", letter: own = "" } = item.dataset;
  const letter = item.closest("[data-words-of]").dataset.letter ?? "";
  if (all.has(say)) all.get(say).letter ||= letter;
  else {
    const link = item.querySelector(".saying-is a");
    const law = link && { title: link.textContent.trim(), address: link.href };
    const whose = item.querySelector(".saying-right")?.textContent ?? "";
    all.set(say, { words: item.querySelector("q").textContent.trim(), right, law, whose, letter, own });
  }
}

/**
 * The chosen sentences, in order: with their current text on the page or, if the page has them no longer, with the
 * stored text.
 */
export function chosenWords() {
  return lines().found.map(({ id, words, of }) => ({
    id,
    right: "",
    own: "",
    whose: "",
    law: null,
    ...all.get(id),
    letter: letterOf.get(of) ?? all.get(id)?.letter ?? "",
    words: all.get(id)?.words ?? words,
  }));
}
