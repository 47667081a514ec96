/**
 * A late second opinion on the order of the first answers: by what the words mean that were typed, and what each record
 * is asked for, as the build tells both in a sign for each number. No page is needed here.
 */
import { signs } from "./codes.js";
import { isFor } from "./worth.js";

const MOST = 10; // answers that are looked at: what is shown of these is fetched anyway
const MIDDLE = 32; // the sign that stands for 0
// How much counts what the words themselves score, the place that this gave, and what the words mean
const SHARE = { score: 0.5, place: 0.5, meaning: 1.2 };
const ALIKE = 0.4; // how near two directions have to be, to be alike at all
const ROLE = { own: 0.08, other: -0.16 }; // and what is for the chosen role, or for others only

/**
 * `found` with the first ones in the order that score, place and meaning give together. Those that `sure` holds stay
 * where they are; all do where no meaning is known. `words` are those that were typed, each with the stems to look for.
 * `roles` are the positions of the chosen roles.
 */
export function secondOpinion(found, words, lexicon, { sure, roles }) {
  if (!lexicon.knowsMeaning || found.length < 2) return found;
  const typed = direction(words.map(({ stem, ways }) => lexicon.meaning(ways?.[0]?.[0] ?? stem)));
  if (!typed) return found;
  const some = found.slice(0, MOST);
  for (const { one } of some) lexicon.shown(one);
  lexicon.pieces.check();
  const best = Math.max(...some.map(({ score }) => score)) || 1;
  const value = new Map(
    some.map(({ one, score }, place) => [
      one,
      SHARE.score * (score / best) +
        SHARE.place / Math.sqrt(1 + place) +
        SHARE.meaning * near(typed, one.meant) +
        (!roles.length || !one.role.length ? 0 : isFor(one, roles) ? ROLE.own : ROLE.other),
    ]),
  );
  const loose = some.filter(({ one }) => !sure(one)).sort((a, b) => value.get(b.one) - value.get(a.one));
  return [...some.map((item) => (sure(item.one) ? item : loose.shift())), ...found.slice(MOST)];
}

/** How near what was typed is to what a record is asked for, from 0 to 1. */
function near(typed, meant) {
  let nearest = ALIKE;
  for (let from = 0; from < meant.length; from += typed.length) {
    const one = vector(meant.slice(from, from + typed.length));
    nearest = Math.max(nearest, dot(typed, one) / length(one));
  }
  return (nearest - ALIKE) / (1 - ALIKE);
}

/** Where the sum of what some words mean leads, as a direction; none where nothing is known of them. */
function direction(known) {
  const all = known.filter(Boolean).map(vector);
  const sum = all[0]?.map((_, at) => all.reduce((total, one) => total + one[at], 0)) ?? [];
  const far = length(sum);
  return far ? sum.map((part) => part / far) : undefined;
}

const vector = (text) => signs(text).map((value) => value - MIDDLE);
const dot = (one, other) => one.reduce((sum, part, at) => sum + part * other[at], 0);
const length = (one) => Math.sqrt(dot(one, one));
