/** Everyday words that people use for one another, and words that questions are made of. No page is needed here. */
import { pieces, stemOf, usual } from "./tokens.js";

let alike = new Map(); // the stem of an everyday word -> the stems of others used for it
let weights = new Map(); // how much a word counts, by its stem, where it counts less than others
let me = new Set(); // words by which people ask for themselves
let story = new Set(); // words by which people tell what has happened
let ours = new Set(); // of these, words that people at work say of their own work
let work = new Set(); // words that people at work use
let meaning = new Set(); // words with which it is asked what a thing is
let common = 1; // how much one of the commonest words counts
let kinds = new Map(); // stem -> the kinds of thing that are asked for with it
let lots = new Map(); // stem -> the first list of words for one another that has it

/** Learns the words that the data of the site gives, before anything is looked for. */
export function learnSynonyms(words) {
  alike = new Map();
  for (const lot of words.alike ?? []) {
    for (const stem of lot.map(stemOf))
      alike.set(stem, new Set([...(alike.get(stem) ?? []), ...lot.map(stemOf).filter((other) => other !== stem)]));
  }
  weights = new Map([
    ...(words.slight ?? []).map((word) => [stemOf(word), words.weights.slight]),
    ...(words.kin ?? []).map((word) => [stemOf(word), words.weights.kin]),
  ]);
  common = words.weights.common;
  lots = new Map();
  for (const [at, lot] of (words.alike ?? []).entries())
    for (const stem of lot.map(stemOf)) if (!lots.has(stem)) lots.set(stem, at);
  kinds = new Map();
  for (const [kind, some] of Object.entries(words.kinds ?? {}))
    for (const stem of some.map(stemOf)) kinds.set(stem, [...(kinds.get(stem) ?? []), kind]);
  me = new Set(words.me);
  ours = new Set(words.ours);
  work = new Set(words.work);
  meaning = new Set(words.meaning);
  story = new Set([...(words.me ?? []), ...(words.kin ?? []), ...(words.story ?? [])]);
}

/** The stems of everyday words that are used for the word with this stem. */
export const likeWords = (stem) => [...(alike.get(stem) ?? [])];

/** For each stem of an everyday word, which list of the data names it first. */
export const lotOf = () => lots;

/** The kinds of thing that are asked for with the word with this stem. */
export const kindsOf = (stem) => kinds.get(stem) ?? [];

/** How much one of the commonest words counts. */
export const commonWeight = () => common;

/** How much the word with this stem counts in a question beside others. */
export const weightOf = (stem) => weights.get(stem) ?? 1;

/** Whether it is asked what a thing is. */
export function asksMeaning(text) {
  const [first, second] = pieces(text);
  return meaning.has(first) || meaning.has(`${first} ${second}`);
}

/** Whether someone asks for themselves or their own family. */
export const ofMe = (text) => pieces(text).some((piece) => me.has(usual(piece)));

/** Whether someone tells what has happened, to themselves or to others. `working`: whether it is someone at work. */
export const tells = (text, working) =>
  pieces(text)
    .map(usual)
    .some((piece) => story.has(piece) && !(working && ours.has(piece)));

/** Whether the words are those of people at work. */
export const atWork = (text) => pieces(text).some((piece) => work.has(piece));
