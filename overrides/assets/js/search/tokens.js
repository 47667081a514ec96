/**
 * Words as the search compares them: small letters, stems, numbers joined to the word before them. No page is needed
 * here.
 */
import { stemmer } from "../../vendor/stemmer.js";

const STOP = new Set(
  `a about after again all am an and any are as at be because been before being but by can could did do does doing
  for from get gets getting go goes going got had has have having he her here hers him his how i if im in into is
  it its just like me might more most my need needs no not now of off on one or our out over own per please same
  she should so some somebody someone something than that the their them then there these they thing things this
  those to too under up us use very want wants was we were what when where whether which while who whom whose why
  will with would you your yours
  arent cant couldnt didnt doesnt dont hasnt havent isnt shouldnt wasnt werent wont wouldnt`.split(/\s+/),
);
const SHORT = {
  s: "section",
  ss: "section",
  sec: "section",
  sect: "section",
  std: "standard",
  stds: "standard",
  cc: "component",
  opt: "option",
  reg: "regulation",
  regs: "regulation",
};
const NUMBERS = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty`.split(/\s+/);
const PIECE = /[a-z]+(?:-[a-z]+)*-[a-z]{1,2}\d+(?![\w-])|\d+(?:\.\d+)+|[a-z0-9]+(?:'[a-z]+)?/g;
const DIGITS = /^\d/;

const stems = new Map();
/** What is left of a word when its endings are cut off. */
export const stemOf = (word) => {
  if (!stems.has(word)) stems.set(word, word.includes("-") || DIGITS.test(word) ? word : stemmer(word));
  return stems.get(word);
};

/** The words of a text as they stand, in small letters: `"Carer’s s.5"` gives `carer, s, 5`. */
export const pieces = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2019\u2018`]/g, "'")
    .match(PIECE)
    ?.map((piece) => piece.replace(/'(?:s|d|m|ll|re|ve)$/, "").replace("'", "")) ?? [];

/** A word and a number after it, as one word: `section 5` is another thing than a 5 and a section. */
const joined = (word, number) => `${stemOf(word)}_${number}`;

/**
 * The words that stand for a text in the index: stems without the commonest words, and each number with the word before
 * it.
 */
export function terms(text) {
  const found = [];
  let before = "";
  for (const piece of pieces(text)) {
    if (DIGITS.test(piece) && before && !STOP.has(before)) found.push(joined(before, piece));
    if (!STOP.has(piece)) found.push(stemOf(piece));
    before = piece;
  }
  return found;
}

/** A name as one run of stems, each number joined to the word before it, to see whether it stands in what was typed. */
export function run(name) {
  const stems = [];
  for (const piece of pieces(name)) {
    if (DIGITS.test(piece) && stems.length && !STOP.has(stems.at(-1))) stems.push(`${stems.pop()}_${piece}`);
    else stems.push(stemOf(piece));
  }
  return stems.join(" ");
}

/**
 * What was typed, word by word: how it was typed, its stem, and whether it says anything. Short forms are written out
 * (s.5, std 8), and a number, in digits or as a word, is joined to the word before it where `known` has the two
 * together.
 */
export function asked(typed, known) {
  const words = [];
  const all = pieces(typed).flatMap(
    (piece) =>
      /^([a-z]+)(\d+)$/
        .exec(piece)
        ?.slice(1)
        .filter((_, at, [short]) => at || SHORT[short]) ?? [piece],
  );
  for (const [at, piece] of all.entries()) {
    const full =
      DIGITS.test(all[at + 1] ?? "") || NUMBERS.includes(all[at + 1]) || all[at + 1] === "no"
        ? (SHORT[piece] ?? piece)
        : piece;
    const number = DIGITS.test(piece) ? piece : NUMBERS.indexOf(piece) > -1 ? String(NUMBERS.indexOf(piece)) : "";
    const last = words.at(-1);
    if (number && last && !last.stop && known(joined(last.word, number))) {
      last.stem = joined(last.word, number);
      last.typed += ` ${piece}`;
    } else if (/^(no|nr|number)$/.test(piece) && DIGITS.test(all[at + 1] ?? "")) continue;
    else words.push({ typed: piece, word: full, stem: stemOf(full), stop: STOP.has(full) });
  }
  return words.some((word) => !word.stop)
    ? words
    : words.map((word) => ({ ...word, stop: false, common: words.length > 1 }));
}

/**
 * How many letters have to be put in, taken out, changed or swapped to make one word of the other; more than `most` is
 * not counted out.
 */
export function apart(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

/** Which letters are in a word, each as one bit of a number. */
export const lettersOf = (word) => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) - 97);
  return bits;
};

/** How many letters are in one of two words only. */
export const differing = (some, others) => {
  let [bits, count] = [some ^ others, 0];
  for (; bits; bits &= bits - 1) count += 1;
  return count;
};

/** The consonants of a word as they sound, which a misspelling mostly keeps. */
export const bones = (word) =>
  word
    .replace(/ph/g, "f")
    .replace(/b/g, "p")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[ckq]+/g, "k")
    .replace(/[sz]+/g, "s")
    .replace(/[aeiouyhw]/g, "")
    .replace(/(.)\1+/g, "$1");
