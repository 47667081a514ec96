/** The words of a text in lower case and without accents: `Café’s` -> `cafe's`. */
export const wordsOf = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];

/** A text in the form that `hasEach` searches. */
export const lookedThrough = (text) => ` ${wordsOf(text).join(" ")}`;

/** Whether, for each search word, a text has a word that begins with it. */
export const hasEach = (text, asked) => wordsOf(asked).every((word) => text.includes(` ${word}`));
