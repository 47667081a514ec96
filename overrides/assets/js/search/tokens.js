/**
 * Tokenizes text for the search: lower case, stems, and numbers joined to the word before them. It needs no document.
 */
import { stemmer } from "../../vendor/stemmer.js";

const PIECE = /\p{L}+(?:-\p{L}+)*-\p{L}{1,2}\d+(?![\p{L}\p{N}_-])|\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu;
const DIGITS = /^\d/;
const NOBODY = /(?!)/;

let english = false; // the stemmer only knows English
const stems = new Map();
const cutWords = new Map(); // word as it is in a text -> its index terms
let stop = new Set(); // stop words
let stopStems = new Set();
let fillers = new Set(); // words without meaning in any position
let little = new Set(); // words that alone ask for little or nothing
let owner = NOBODY; // whose matter it is, as in “my mum's”
let contractions = new Map(); // contraction as typed -> its words
let short = {}; // abbreviation before a number -> its word
let variants = {}; // regional word -> standard word
let forms = new Map(); // irregular form -> the word, as in spent -> spend
let numbers = []; // number words, from zero on
let beforeNumber = new Set(); // words without meaning before a number
/**
 * Contractions as people type them, with their words: with the apostrophe, and without it unless that is another word,
 * as `well` for `we'll`.
 */
function fullForms({ contractions: said = {}, not_contractions: others = [] }) {
  const full = Object.entries(said).map(([form, both]) => [form, both.split(" ")]);
  const bare = full.map(([form, both]) => [form.replace("'", ""), both]);
  return new Map([...bare.filter(([form]) => !others.includes(form)), ...full]);
}

/** Takes the lists of words from the site's data. Call it before any search. */
export function learnWords(words) {
  english = /^en\b/.test(words.language);
  forms = new Map(Object.entries(words.forms ?? {}).flatMap(([word, all]) => all.map((form) => [form, word])));
  stems.clear();
  cutWords.clear();
  stop = new Set(words.stop);
  stopStems = new Set(words.stop?.map(stemOf));
  fillers = new Set(words.fillers);
  little = new Set([...stop, ...(words.slight ?? []), ...(words.kin ?? [])]);
  owner = ownerPhrase(words);
  contractions = fullForms(words);
  short = words.short ?? {};
  variants = words.variants ?? {};
  numbers = words.numbers ?? [];
  beforeNumber = new Set(words.number);
}

const ownerPhrase = ({ owners = [], kin = [] }) =>
  owners.length && kin.length ? new RegExp(`\\b(?:${owners.join("|")})\\s+(?:${kin.join("|")})'?s\\b`, "g") : NOBODY;

const cut = (word) => (!english || word.includes("-") || DIGITS.test(word) ? word : stemmer(word));

/** What is left of a word when its endings are cut off, and of a form that differs by more when that word's are. */
export const stemOf = (word) => {
  if (!stems.has(word)) stems.set(word, cut(forms.get(word) ?? word));
  return stems.get(word);
};

/** The standard form of a word: `cannot` for `can't`. */
export const usual = (piece) => (Object.hasOwn(variants, piece) ? variants[piece] : piece);

/** Whether a word is a number. */
export const isNumber = (word) => DIGITS.test(word);

/** Whether a stem is that of a stop word. */
export const isStop = (stem) => stopStems.has(stem);

/** The words of a text in lower case: `"Gardener’s s.5"` gives `gardener, s, 5`, and `Don’t` or `dont` gives `do, not`. */
export const pieces = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2019\u2018`]/g, "'")
    .match(PIECE)
    ?.flatMap((piece) => contractions.get(piece) ?? piece.replace(/'(?:s|d|m|ll|re|ve)$/, "").replace("'", "")) ?? [];

/**
 * A text without filler words and without whose matter it is, so that these do not hide what is asked. The whole text,
 * if only one word with little meaning would be left.
 */
export function bare(text) {
  const said = pieces(
    text
      .toLowerCase()
      .replace(/[\u2019\u2018`]/g, "'")
      .replace(owner, " "),
  );
  const left = said.filter((piece) => !fillers.has(piece));
  return (left.length > 1 || left.some((piece) => !little.has(piece)) ? left : pieces(text)).join(" ");
}

/** A word and the number after it as one token, because `section 5` is not the same as a section and a 5. */
const joined = (word, number) => `${stemOf(word)}_${number}`;

/** The index terms of a text: stems without stop words, and each number joined to the word before it. */
export function terms(text) {
  const found = [];
  let before = "";
  for (const piece of pieces(text)) {
    if (DIGITS.test(piece) && before && !stop.has(before)) found.push(joined(before, piece));
    if (!stop.has(piece)) found.push(stemOf(piece));
    before = piece;
  }
  return found;
}

/** The index terms of a single word, remembered: the words of results are looked up at each key. */
export function termsOf(word) {
  if (!cutWords.has(word)) cutWords.set(word, terms(word));
  return cutWords.get(word);
}

/** A name as one string of stems, with numbers joined to the word before, to search for it in a query. */
export function run(name) {
  const stems = [];
  for (const piece of pieces(name)) {
    if (DIGITS.test(piece) && stems.length && !stop.has(stems.at(-1))) stems.push(`${stems.pop()}_${piece}`);
    else stems.push(stemOf(piece));
  }
  return stems.join(" ");
}

/**
 * The words of a query: each as typed, its stem, and whether it is a stop word. Abbreviations are expanded (s.5, std
 * 8), and a number, in digits or as a word, is joined to the word before it if `known` has the two together.
 */
export function asked(typed, known) {
  const words = [];
  const all = pieces(typed).flatMap((piece) => {
    const [, letters, number] = /^(\p{L}+)(\d+)$/u.exec(piece) ?? [];
    return letters && (Object.hasOwn(short, letters) || known(joined(letters, number)))
      ? [letters, number]
      : [usual(piece)];
  });
  for (const [at, piece] of all.entries()) {
    const full =
      DIGITS.test(all[at + 1] ?? "") || numbers.includes(all[at + 1]) || beforeNumber.has(all[at + 1])
        ? (short[piece] ?? piece)
        : piece;
    const number = DIGITS.test(piece) ? piece : numbers.indexOf(piece) > -1 ? String(numbers.indexOf(piece)) : "";
    const last = words.at(-1);
    if (number && last && !last.stop && known(joined(last.word, number))) {
      last.stem = joined(last.word, number);
      last.typed += ` ${piece}`;
    } else if (beforeNumber.has(piece) && DIGITS.test(all[at + 1] ?? "")) continue;
    else words.push({ typed: piece, word: full, stem: stemOf(full), stop: stop.has(full) });
  }
  return words.some((word) => !word.stop)
    ? words
    : words.map((word) => ({ ...word, stop: false, common: words.length > 1 }));
}

/** The edit distance of two words (insertions, deletions, substitutions, swaps). Stops counting above `most`. */
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

/** The set of letters in a word, as bits of a number. */
export const lettersOf = (word) => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) - 97);
  return bits;
};

/** The number of letters that only one of two words has. */
export const differing = (some, others) => {
  let [bits, count] = [some ^ others, 0];
  for (; bits; bits &= bits - 1) count += 1;
  return count;
};

/** The consonants of a word by sound, which misspellings mostly preserve. */
export const bones = (word) =>
  word
    .replace(/ph/g, "f")
    .replace(/gh(?=t|$)/g, "")
    .replace(/b/g, "p")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[ckq]+/g, "k")
    .replace(/[sz]+/g, "s")
    .replace(/[aeiouyhw]/g, "")
    .replace(/(.)\1+/g, "$1");
