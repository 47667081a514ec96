/** Everyday words that people use for one another, and words that questions are made of. No page is needed here. */
import { pieces, stemOf, usual } from "./tokens.js";

let alike = new Map(); // the stem of an everyday word -> the stems of others used for it
let weights = new Map(); // how much a word counts, by its stem, where it counts less than others
let me = new Set(); // words by which people ask for themselves
let story = new Set(); // words by which people tell what has happened
let work = new Set(); // words that people at work use
const SLIGHT = 0.6; // what whole questions are made of
const KIN = 0.4; // whose matter it is: who asks about a son’s budget asks about a budget

/** Learns the words that the data of the site gives, before anything is looked for. */
export function learnSynonyms(words) {
  alike = new Map();
  for (const lot of words.alike ?? []) {
    for (const stem of lot.map(stemOf))
      alike.set(stem, new Set([...(alike.get(stem) ?? []), ...lot.map(stemOf).filter((other) => other !== stem)]));
  }
  weights = new Map([
    ...(words.slight ?? []).map((word) => [stemOf(word), SLIGHT]),
    ...(words.kin ?? []).map((word) => [stemOf(word), KIN]),
  ]);
  me = new Set(words.me);
  work = new Set(words.work);
  story = new Set([...(words.me ?? []), ...(words.kin ?? []), ...(words.story ?? [])]);
}

/** The stems of everyday words that are used for the word with this stem. */
export const likeWords = (stem) => [...(alike.get(stem) ?? [])];

/** How much the word with this stem counts in a question beside others. */
export const weightOf = (stem) => weights.get(stem) ?? 1;

/** Whether someone asks for themselves or their own family. */
export const ofMe = (text) => pieces(text).some((piece) => me.has(usual(piece)));

/** Whether someone tells what has happened, to themselves or to others. */
export const tells = (text) => pieces(text).some((piece) => story.has(usual(piece)));

/** Whether the words are those of people at work. */
export const atWork = (text) => pieces(text).some((piece) => work.has(piece));
