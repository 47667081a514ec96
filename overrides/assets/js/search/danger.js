/**
 * Whether what was typed tells that someone may be in danger, by the phrases that the data of the site gives. Too often is better than
 * too seldom here: the numbers to call are shown then, whatever else is found. No page is needed here.
 */
import { tells } from "./synonyms.js";
import { apart, pieces, stemOf, usual } from "./tokens.js";

export const MAYBE = 1; // how surely danger is told: by words that tell of other matters as often
export const SURE = 2; // and by others
const BETWEEN = 3; // words that may stand between two words of a phrase
const FEW = 3; // letters that are left of a word at the least
// Letters of a word that no text has, from which on it may have been meant for one with so many letters that are others
const MISSPELT = [
  { from: 8, letters: 2 },
  { from: 5, letters: 1 },
];
const DROPPED = /([^aeiou]..?[^aeiou])in$/; // hittin, for hitting
const SET = /^<(.+)>$/; // the name of a list of words in a phrase

/** What is left of each word of a text; where that is next to nothing, the word, since `use` is no `us`. */
const stemsIn = (text) =>
  pieces(text)
    .map((piece) => usual(piece).replace(DROPPED, "$1ing"))
    .map((word) => (stemOf(word).length >= FEW ? stemOf(word) : word));

export class Danger {
  /** All that is given is as in the data; without any nothing tells of danger. */
  constructor({ say = [], maybe = [], together = [], unless = [], only = [], about = [], words = {} } = {}) {
    const sets = new Map(Object.entries(words).map(([name, some]) => [name, new Set(some.flatMap(stemsIn))]));
    const phrase = (text) =>
      text.split(" ").flatMap((word) => {
        const [, name] = SET.exec(word) ?? [];
        return name ? [sets.get(name)] : stemsIn(word).map((stem) => new Set([stem]));
      });
    this.say = say.map(phrase);
    this.maybe = maybe.map(phrase);
    this.together = together.map(phrase);
    this.unless = unless.map(phrase);
    this.only = new Set(only.map((text) => stemsIn(text).join(" ")));
    this.about = new Set(about.flatMap(stemsIn));
    this.stems = [
      ...new Set([...this.say, ...this.maybe, ...this.together].flatMap((slots) => slots.flatMap((slot) => [...slot]))),
    ];
  }

  /** How surely `typed` tells of danger: SURE, MAYBE or not at all. `known` says of a stem whether the texts of the site have it: such a word is not misspelt. */
  tells(typed, known) {
    const said = stemsIn(typed);
    if (this.only.has(said.join(" "))) return SURE;
    if (!tells(typed) && said.some((stem) => this.about.has(stem))) return undefined;
    const read = said.map((stem) => new Set([stem, ...(known(stem) ? [] : this.meant(stem))]));
    for (const slots of this.unless) // next to each other: he hurt me at home is not how something hurt at work
      for (let places = met(slots, read, 0); places; places = met(slots, read, 0))
        for (const at of places) read[at] = new Set();
    if (this.say.some((slots) => met(slots, read)) || this.together.some((slots) => met(slots, read, 0))) return SURE;
    return this.maybe.some((slots) => met(slots, read)) ? MAYBE : undefined;
  }

  /** The words of danger that one which no text has may have been meant for. */
  meant(stem) {
    const { letters } = MISSPELT.find(({ from }) => stem.length >= from) ?? {};
    return letters ? this.stems.filter((one) => one[0] === stem[0] && apart(one, stem, letters) <= letters) : [];
  }
}

/** Where the words of a phrase stand in what was read, one after another, with no more than so many `between` two of them; none where they do not. */
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
