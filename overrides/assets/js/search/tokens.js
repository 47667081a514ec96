/**
 * Words as the search compares them: small letters, stems, numbers joined to the word before them. No page is needed
 * here.
 */
import { stemmer } from "../../vendor/stemmer.js";

const PIECE = /\p{L}+(?:-\p{L}+)*-\p{L}{1,2}\d+(?![\p{L}\p{N}_-])|\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu;
const DIGITS = /^\d/;
const NOBODY = /(?!)/;

let english = false; // the stemmer knows the endings of no other language
const stems = new Map();
let stop = new Set(); // words that say nothing of what is asked
let stopStems = new Set();
let fillers = new Set(); // words that say nothing wherever they stand
let little = new Set(); // words that by themselves ask for little or nothing
let owner = NOBODY; // whose matter it is, as in “my mum's”
let contractions = new Map(); // two words run into one, as they are typed -> the words
let short = {}; // short forms that stand before a number, each with its word
let variants = {}; // words as they are said in one place -> as they are said everywhere
let forms = new Map(); // a form of a word that differs by more than an ending -> the word
let numbers = []; // words for numbers, from zero on
let beforeNumber = new Set(); // what may stand before a number and says nothing
/**
 * Two words run into one, as people type them, each with its words: with the apostrophe, and without it where that is no
 * other word, as `well` is.
 */
function fullForms({ contractions: said = {}, not_contractions: others = [] }) {
  const full = Object.entries(said).map(([form, both]) => [form, both.split(" ")]);
  const bare = full.map(([form, both]) => [form.replace("'", ""), both]);
  return new Map([...bare.filter(([form]) => !others.includes(form)), ...full]);
}

/** Learns the words that the data of the site gives, before anything is looked for. */
export function learnWords(words) {
  english = /^en\b/.test(words.language);
  forms = new Map(Object.entries(words.forms ?? {}).flatMap(([word, all]) => all.map((form) => [form, word])));
  stems.clear();
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

/** A word as it is said everywhere: `cannot` for `can't`. */
export const usual = (piece) => (Object.hasOwn(variants, piece) ? variants[piece] : piece);

/** Whether a word is a number. */
export const isNumber = (word) => DIGITS.test(word);

/** Whether a stem is that of a word which says nothing of what is asked. */
export const isStop = (stem) => stopStems.has(stem);

/** The words of a text, in small letters: `"Carer’s s.5"` gives `carer, s, 5`, and `Don’t` or `dont` gives `do, not`. */
export const pieces = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2019\u2018`]/g, "'")
    .match(PIECE)
    ?.flatMap((piece) => contractions.get(piece) ?? piece.replace(/'(?:s|d|m|ll|re|ve)$/, "").replace("'", "")) ?? [];

/**
 * A text without the words that say nothing wherever they stand, and without whose matter it is: none of them may hide
 * what is asked. The whole, where one word would be left that says little.
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
    if (DIGITS.test(piece) && before && !stop.has(before)) found.push(joined(before, piece));
    if (!stop.has(piece)) found.push(stemOf(piece));
    before = piece;
  }
  return found;
}

/** A name as one run of stems, each number joined to the word before it, to see whether it stands in what was typed. */
export function run(name) {
  const stems = [];
  for (const piece of pieces(name)) {
    if (DIGITS.test(piece) && stems.length && !stop.has(stems.at(-1))) stems.push(`${stems.pop()}_${piece}`);
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
    .replace(/gh(?=t|$)/g, "")
    .replace(/b/g, "p")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[ckq]+/g, "k")
    .replace(/[sz]+/g, "s")
    .replace(/[aeiouyhw]/g, "")
    .replace(/(.)\1+/g, "$1");
