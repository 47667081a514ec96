/**
 * Whether a query may mean that someone is in danger, by phrases from the site's data. Here false positives are better
 * than false negatives: they only show the numbers to call in addition to the results. It needs no document.
 */
import { tells } from "./synonyms.js";
import { apart, isStop, pieces, stemOf, usual } from "./tokens.js";

export const MAYBE = 1; // possible danger: the words mean other things just as often
export const SURE = 2; // clear danger
const BETWEEN = 3; // the most words between two words of a phrase
const FEW = 3; // the fewest letters of a stem
// The number of letters from which on an unknown word can be a misspelling with so many different letters
const MISSPELT = [
  { from: 8, letters: 2 },
  { from: 5, letters: 1 },
];
const DROPPED = /([^aeiou]..?[^aeiou])in$/; // hittin, for hitting

/** The stem of each word of a text; the word itself if its stem would be too short, because `use` is not `us`. */
const stemsIn = (text) =>
  pieces(text)
    .map((piece) => usual(piece).replace(DROPPED, "$1ing"))
    .map((word) => (stemOf(word).length >= FEW ? stemOf(word) : word));

export class Danger {
  /** All arguments are as in the data, but stems in place of words, except in `about`, `beside` and `subjects`. Without any, nothing means danger. */
  constructor({
    say = [],
    maybe = [],
    together = [],
    unless = [],
    only = [],
    about = [],
    beside = [],
    subjects = [],
    right = [],
    words = {},
  } = {}) {
    const sets = new Map(Object.entries(words).map(([name, some]) => [`<${name}>`, new Set(some.split(" "))]));
    const phrase = (text) => text.split(" ").map((word) => sets.get(word) ?? new Set([word]));
    this.say = say.map(phrase);
    this.maybe = maybe.map(phrase);
    this.together = together.map(phrase);
    this.unless = unless.map(phrase);
    this.only = new Set(only);
    this.about = new Set(about);
    this.beside = new Set([...about, ...beside]);
    this.subjects = new Set(subjects);
    this.right = new Set(right);
    this.stems = [
      ...new Set([...this.say, ...this.maybe, ...this.together].flatMap((slots) => slots.flatMap((slot) => [...slot]))),
    ];
  }

  /**
   * How clearly `typed` means danger: SURE, MAYBE, or undefined if it does not. `known` says whether the site's texts have a stem: such a word
   * is not a misspelling.
   */
  tells(typed, known) {
    const said = stemsIn(typed);
    if (this.only.has(said.join(" "))) return SURE;
    const words = pieces(typed);
    if (!tells(typed) && words.some((word) => this.about.has(word))) return undefined;
    const asks = !tells(typed, true) && words.some((word) => this.beside.has(word));
    const read = said.map((stem, at) => (asks && this.subjects.has(words[at]) ? new Set() : this.read(stem, known)));
    // Adjacent words only: "he hurt me at home" does not mean that something hurt at work
    for (const slots of this.unless)
      for (let places = met(slots, read, 0); places; places = met(slots, read, 0))
        for (const at of places) read[at] = new Set();
    if (this.say.some((slots) => met(slots, read)) || this.together.some((slots) => met(slots, read, 0))) return SURE;
    return this.maybe.some((slots) => met(slots, read)) ? MAYBE : undefined;
  }

  /** A stem, and the danger words that it may be a misspelling of. */
  read(stem, known) {
    const isRight = known(stem) || isStop(stem) || this.right.has(stem) || this.stems.includes(stem);
    return new Set([stem, ...(isRight ? [] : this.meant(stem))]);
  }

  /** The danger words that an unknown word may be a misspelling of. */
  meant(stem) {
    const { letters } = MISSPELT.find(({ from }) => stem.length >= from) ?? {};
    return letters ? this.stems.filter((one) => one[0] === stem[0] && apart(one, stem, letters) <= letters) : [];
  }
}

/**
 * The positions of a phrase's words in the query, in order, with at most `between` other words between two of them;
 * none if they are not all there.
 */
function met(slots, read, between = BETWEEN, from = 0, to = read.length - 1) {
  if (!slots.length) return [];
  const [slot, ...rest] = slots;
  for (let at = from; at <= to; at += 1) {
    if (![...read[at]].some((stem) => slot.has(stem))) continue;
    const others = met(rest, read, between, at + 1, Math.min(at + 1 + between, read.length - 1));
    if (others) return [at, ...others];
  }
  return undefined;
}
