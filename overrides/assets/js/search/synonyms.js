/** Synonyms, and words that show what kind of query it is. It needs no document. */
import { pieces, stemOf, usual } from "./tokens.js";

let alike = new Map(); // the stem of a word -> the stems of its synonyms
let weights = new Map(); // stem -> the weight of a word, if it is below 1
let me = new Set(); // words with which people ask for themselves
let story = new Set(); // words with which people tell what happened
let ours = new Set(); // of these, words that people at work use for their own work
let work = new Set(); // words of people at work
let meaning = new Set(); // words with which people ask for a meaning
let questions = new Set(); // words with which a question begins
let common = 1; // the weight of the most common words
let kinds = new Map(); // stem -> the kinds of record that it asks for
let lots = new Map(); // stem -> the first list of synonyms that contains it

/** Takes the lists of words from the site's data. Call it before any search. */
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
  questions = new Set(words.questions);
  story = new Set([...(words.me ?? []), ...(words.kin ?? []), ...(words.story ?? [])]);
}

/** The stems of the synonyms of a word, by its stem. */
export const likeWords = (stem) => [...(alike.get(stem) ?? [])];

/** stem -> the first list of synonyms in the data that contains it. */
export const lotOf = () => lots;

/** The kinds of record that a word asks for, by its stem. */
export const kindsOf = (stem) => kinds.get(stem) ?? [];

/** The weight of the most common words. */
export const commonWeight = () => common;

/** The weight of a word in a query, by its stem. */
export const weightOf = (stem) => weights.get(stem) ?? 1;

/** Whether a text asks for a meaning. */
export function asksMeaning(text) {
  const [first, second] = pieces(text);
  return meaning.has(first) || meaning.has(`${first} ${second}`);
}

/** Whether a text is a question. `dont know` is none, so the first word is taken as it was typed. */
export const isQuestion = (text) => questions.has(/\S+/.exec(text.toLowerCase())?.[0]);

/** Whether people ask for themselves or their own family. */
export const ofMe = (text) => pieces(text).some((piece) => me.has(usual(piece)));

/** Whether people tell what happened, to themselves or to others. `working`: whether the chosen roles are those of people at work. */
export const tells = (text, working) =>
  pieces(text)
    .map(usual)
    .some((piece) => story.has(piece) && !(working && ours.has(piece)));

/** Whether the words are those of people at work. */
export const atWork = (text) => pieces(text).some((piece) => work.has(piece));
