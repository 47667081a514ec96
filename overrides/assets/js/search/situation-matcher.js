/**
 * Finds the situation that a query describes, or the page that it asks for in a whole sentence. Both have many ways of
 * asking, most of them sentences of common words (“they said no”, “who made this”), and the words of a long story match
 * many records a little. So situations and these pages are only compared with one another: by all their words,
 * including the most common, and by each way of asking as a whole. It needs no document.
 */
import { rising } from "./codes.js";
import { atWork, commonWeight, isQuestion, tells, weightOf } from "./synonyms.js";
import { isNumber, isStop, pieces, stemOf } from "./tokens.js";
import { isFor, onlyAtWork } from "./worth.js";

const KIND = "situations";
const READ = [3, 4]; // the positions of the fields that are only searched: text, also
const ALSO = 0.4; // the weight of a word that is only searched, compared with one of a title or a way of asking
const OFTEN = 0.3; // for each factor of e in the number of ways of asking that contain the word
const WAY = 2; // the weight of a way of asking that matches as a whole, compared with its single words
const MINE = 1.3; // the factor for situations of people who ask for themselves, unless the words are those of people at work
const PRECISE = 2; // the fraction (1/2) in which these weights are stored
const FAINTLY = 0.2; // the share from which on a situation rises that is not told of
const PAGE = 0.5; // the share of the query that must be a single way of asking for a page
const NEARLY = 0.75; // and the share if the query tells what happened
const THEIRS = 0.6; // the factor for situations of roles that are not chosen
// The share of the query that must match, and the share that must be a single way of asking, for it to mean a
// situation: in a long story; if someone tells in few words what happened; and if nobody is mentioned.
const LONG = { from: 11, share: 0.35, whole: 0 }; // from this many words on
const SHORT = { from: 3, share: 0.75, whole: 0 };
const BARE = { from: 2, share: 1.4, whole: 0.2 };

/**
 * Two functions. `told` returns the situation or page that `typed` describes or asks for (`one`), and the share of the
 * query that is a way of asking for it (`whole`); undefined if there is none. With `onlyPages`, situations are left
 * out. See `Matcher.best`. `shares` returns this share for all situations and pages with some of the words, each with its
 * number, without situations of which there are only a few words.
 */
export function makeMatcher(lexicon, all) {
  let kinds;
  const both = () => {
    lexicon.needAsking();
    lexicon.pieces.check();
    kinds ??= [(one) => one.of === KIND, (one) => one.of !== KIND].map((has) => new Matcher(lexicon, all, has));
    return kinds;
  };
  const told = (onlyPages, typed, ...asked) => {
    if (pieces(typed).length < BARE.from) return undefined;
    const [situation, page] = both().map((kind, at) => (at || !onlyPages ? kind.best(typed, ...asked) : undefined));
    return (page?.whole ?? 0) > Math.max(situation?.whole ?? 0, situation && !situation.bare ? NEARLY : 0)
      ? page
      : (situation ?? page);
  };
  const shares = (typed, words) => {
    if (pieces(typed).length < BARE.from) return [];
    const [situations, others] = both().map((kind) => kind.shares(words));
    return [...situations.filter(([, share]) => share > FAINTLY), ...others];
  };
  return { told, shares };
}

class Matcher {
  /** `all` are the numbers of the records, and `has` says which of them are compared with one another. */
  constructor(lexicon, all, has) {
    this.lexicon = lexicon;
    const records = all.map((id) => lexicon.documents[id]);
    this.of = records.filter(has);
    this.at = new Map(this.of.map((one, at) => [one.id, at]));
    const { counts, weights } = lexicon.askingWeights;
    // way of asking -> its record
    this.wayOf = counts.flatMap((count, at) => new Array(count).fill(this.at.get(records[at].id)));
    // the total weight of all stems of a way, stored in increasing order for each record
    let from = 0;
    this.all = counts.flatMap((count) => {
      const own = rising(weights.slice(from, from + count)).map((weight) => weight / PRECISE);
      from += count;
      return own;
    });
    this.known = new Map(); // stem -> its weight in each record that contains it
  }

  /**
   * The record among those that `fits` which `typed`, parsed as `words`, describes, and the share of the query that is
   * a way of asking for it; undefined if there is none. `people` are the positions of the roles of people who ask for
   * themselves, `roles` those of the chosen roles.
   */
  best(typed, words, fits, people, roles) {
    const mine = roles.length ? roles : atWork(typed) ? [] : people;
    const length = pieces(typed).length;
    // “What do we need if...” asks about our own work, and tells nothing that has happened
    const working = onlyAtWork(roles, people) || isQuestion(typed);
    const asks = length >= LONG.from ? LONG : tells(typed, working) ? SHORT : BARE;
    if (length < asks.from) return undefined;
    const { said, total, whole } = this.weigh(words);
    const met = this.met(said);
    let best;
    for (const [at, one] of this.of.entries()) {
      if (!fits(one)) continue;
      const own = isFor(one, mine) ? MINE : roles.length && one.role.length ? THEIRS : 1;
      const score = own * (met[at] + WAY * whole[at]);
      if (score > (best?.score ?? 0)) best = { one, score, whole: whole[at] / total, bare: asks === BARE };
    }
    const least = best?.one.of === KIND ? asks.whole : PAGE;
    return best?.score >= asks.share * total && best.whole >= least ? best : undefined;
  }

  /**
   * The words that can distinguish these records, each with its stems and its weight, the weight of all of them, and how
   * much of them is a way of asking for each record. Kept for the last words: `best` and `shares` are asked for the same.
   */
  weigh(words) {
    if (this.weighed?.words === words) return this.weighed;
    const asked = words.map((word) => this.apart(word)).filter((word) => this.tellsApart(word));
    const said = asked.map((word) => ({
      // a corrected word can be one that only ways of asking contain
      ways: word.ways?.some(([stem]) => stem === word.stem) ? word.ways : [[word.stem, 1], ...(word.ways ?? [])],
      weight: word.stop ? commonWeight() : (word.weight ?? 1),
    }));
    for (const [stem] of said.flatMap(({ ways }) => ways)) this.inEach(stem);
    this.lexicon.pieces.check();
    const total = asked.reduce((sum, word, at) => sum + said[at].weight * this.rarity(word.stem), 0);
    this.weighed = { words, said, total, whole: this.whole(said) };
    return this.weighed;
  }

  /** The number of each record with some of the words, and the share of the query that is a way of asking for it. */
  shares(words) {
    const { total, whole } = this.weigh(words);
    return whole.flatMap((some, at) => (some ? [[this.of[at].id, Math.min(1, some / total)]] : []));
  }

  /** A word without the number joined to it, unless a way of asking has both: `take two` becomes "take". */
  apart(word) {
    const asks = (stem) => this.lexicon.waysWith(stem).length;
    if (!word.stem.includes("_") || asks(word.stem)) return word;
    const stem = stemOf(word.word);
    return { ...word, stem, ways: [[stem, 1]], weight: weightOf(stem) };
  }

  /**
   * Whether a word can distinguish situations. A very common word, a number (how long someone waits, how old they are)
   * or an unknown word only does so if a way of asking contains it.
   */
  tellsApart({ stop, stem, ways }) {
    return (!stop && !isNumber(stem) && ways?.length) || this.lexicon.waysWith(stem).length > 0;
  }

  /**
   * The weight of a stem in each situation that contains it, by its position: larger if more of its ways of asking
   * contain it.
   */
  inEach(stem) {
    if (this.known.has(stem)) return this.known.get(stem);
    const ways = this.lexicon.waysWith(stem);
    const read = this.lexicon.postings(stem).filter((_, field) => READ.includes(field));
    if (this.lexicon.pieces.wanted.size) return new Map(); // not all pieces have loaded
    const found = new Map();
    for (const { records } of read) for (const id of records) if (this.at.has(id)) found.set(this.at.get(id), ALSO);
    const often = new Map();
    for (const at of ways.map((way) => this.wayOf[way])) if (at !== undefined) often.set(at, (often.get(at) ?? 0) + 1);
    for (const [at, times] of often) found.set(at, 1 + OFTEN * Math.log(times));
    this.known.set(stem, found);
    return found;
  }

  /** The inverse frequency of a stem among situations. A stem that none has counts as one of the rarest. */
  rarity(stem) {
    return Math.log(1 + this.of.length / (this.inEach(stem).size || 0.5));
  }

  /** The matching words of each situation, added up. */
  met(said) {
    const all = new Array(this.of.length).fill(0);
    for (const { ways, weight } of said) {
      const most = new Map();
      for (const [stem, share] of ways) {
        const rarity = this.rarity(stem);
        for (const [at, counts] of this.inEach(stem))
          most.set(at, Math.max(most.get(at) ?? 0, counts * share * rarity));
      }
      for (const [at, score] of most) all[at] += weight * score;
    }
    return all;
  }

  /**
   * How well the query matches a single way of asking for each situation: the weight that matches, reduced by the
   * weight that does not.
   */
  whole(said) {
    const shares = new Map(); // stem -> the certainty that it was meant
    for (const [stem, share] of said.flatMap(({ ways }) => ways))
      shares.set(stem, Math.max(shares.get(stem) ?? 0, share));
    const met = new Map();
    for (const [stem, share] of shares) {
      const weight = (isStop(stem) ? commonWeight() : weightOf(stem)) * this.rarity(stem) * share;
      for (const way of this.lexicon.waysWith(stem)) met.set(way, (met.get(way) ?? 0) + weight);
    }
    const best = new Array(this.of.length).fill(0);
    for (const [way, some] of met)
      if (this.all[way] && this.wayOf[way] !== undefined)
        best[this.wayOf[way]] = Math.max(best[this.wayOf[way]], some ** 2 / this.all[way]);
    return best;
  }
}
