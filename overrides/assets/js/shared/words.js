/** Formats numbers, dates and lists in the page's language. */
import { inSentence } from "./in-sentence.js";

const LANGUAGE = document.documentElement.lang;

const PARTED = 1000; // from here on, thousands are separated; smaller numbers need no formatter

let writer; // created once, when first needed, because that takes a phone longer than anything else while a page opens

/** Formats an integer, with thousands separated. */
export const figure = {
  format(number) {
    if (number < PARTED) return String(number);
    writer ??= new Intl.NumberFormat(LANGUAGE);
    return writer.format(number);
  },
};

/** `1 result`, `1,200 results`. */
export const count = (number, one, many = `${one}s`) => `${figure.format(number)} ${number === 1 ? one : many}`;

/** `28 November 2026`. */
export const day = (date) => date.toLocaleDateString(LANGUAGE, { day: "numeric", month: "long", year: "numeric" });

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words) =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");

/** Text for use inside a sentence: with a small letter at its start, unless it begins with an acronym. */
export const uncapitalised = (words) => inSentence(LANGUAGE, words);

/** Text in which no date, such as `28 November 2026`, breaks at the end of a line. */
export const wholeDays = (words) => words.replace(/\b(\d{1,2}) (\p{L}+) (\d{4})\b/gu, "$1\u00A0$2\u00A0$3");
