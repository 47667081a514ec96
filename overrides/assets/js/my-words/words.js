/** The sentences that stand on this page, and those that the reader chose, with what the page knows of them. */
import { lines } from "./kept.js";

/**
 * Each sentence of the page by its id: `{ words, right, law, whose, letter, own }`; `whose` says whose right it is in the
 * words of the page, `own` is the letter for this sentence wherever it was chosen, and `letter` the one that goes with the
 * first of its situations that has any.
 */
export const all = new Map();
const letterOf = new Map(); // situation or standard -> the letter that goes with it
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

/** The chosen sentences, in order: as the page has them now, or as they were kept where the page has them no longer. */
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
