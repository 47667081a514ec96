/** The matching parts of a record's text, and the words by which it was found. It needs no document. */
import { pieces, termsOf } from "./tokens.js";

const WORD = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;
const MOST_REASONS = 6;

/** A text in parts, of which every second one matched: the second, the fourth and so on. */
export function marked(text, met) {
  if (!text || !met.size) return [text ?? ""];
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!termsOf(match[0]).some((stem) => met.has(stem))) continue;
    parts.push(text.slice(end, match.index), match[0]);
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/**
 * The words by which a record was found, each with the typed word if that differs: “breaks” (you typed “brakes”). Words
 * that are another name of something stand for its title: “Individual service fund” (you typed “isf”).
 */
export function reasonsFor(one, { says, terms: met }, lexicon) {
  const texts = [one.title, ...one.names, one.text ?? ""].map(pieces);
  const has = texts.flat();
  const holds = (typed) => texts.some((text) => ` ${text.join(" ")} `.includes(` ${pieces(typed).join(" ")} `));
  const found = new Map(); // typed word -> the words that stand for it
  for (const word of says) {
    const stems = met.filter((stem) => word.ways.some(([way]) => way === stem));
    if (word.means) {
      if (stems.length) found.set(word.typed, new Set([holds(word.typed) ? word.typed : word.means]));
      continue;
    }
    for (const stem of stems.slice(0, 2)) {
      const own = has.filter((piece) => termsOf(piece)[0] === stem);
      // Text that is only searched and not displayed is not here: then it is the typed word, or the most common word
      // with that stem
      const shown = stem.includes("_")
        ? stem.replace("_", " ")
        : (shortest(own, word.typed) ?? (termsOf(word.typed)[0] === stem ? word.typed : lexicon.surface(stem)));
      found.set(word.typed, new Set([...(found.get(word.typed) ?? []), shown]));
    }
  }
  return [...found]
    .slice(0, MOST_REASONS)
    .map(([typed, shown]) => {
      const words = [...shown].join(" ");
      return shown.has(typed) ? `“${typed}”` : `“${words}” (you typed “${typed}”)`;
    })
    .join(", ");
}

/** The typed word if it is among `words`, otherwise the shortest. */
const shortest = (words, typed) => (words.includes(typed) ? typed : words.sort((a, b) => a.length - b.length)[0]);
