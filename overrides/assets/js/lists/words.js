/** The words of a text in small letters, without accents: `Café’s` -> `cafe's`. */
export const wordsOf = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];

/** A text in the form in which `hasEach` looks through it. */
export const lookedThrough = (text) => ` ${wordsOf(text).join(" ")}`;

/** Whether a text has a word that begins with each of the words asked for. */
export const hasEach = (text, asked) => wordsOf(asked).every((word) => text.includes(` ${word}`));
