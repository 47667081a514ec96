/** Words for numbers and days, as the language of the page writes them. */
const LANGUAGE = document.documentElement.lang;

/** Writes a number with its thousands parted. Made once: that takes longer than writing a hundred numbers. */
export const figure = new Intl.NumberFormat(LANGUAGE);

/** `1 result`, `1,200 results`. */
export const count = (number, one, many = `${one}s`) => `${figure.format(number)} ${number === 1 ? one : many}`;

/** `28 November 2026`. */
export const day = (date) => date.toLocaleDateString(LANGUAGE, { day: "numeric", month: "long", year: "numeric" });

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words) =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");
