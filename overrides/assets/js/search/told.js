/**
 * Which situation someone tells of, or which page they ask for in a whole sentence. Both are asked for in many ways, most
 * of them sentences of common words (“they said no”, “who made this”), and the words of a whole story meet many records
 * a little: so situations are compared with one another alone, and these pages too, by all words of each, the commonest
 * as well, and by each of the ways as a whole. No page is needed here.
 */
import { numbers, rising } from "./codes.js";
import { atWork, commonWeight, tells, weightOf } from "./synonyms.js";
import { isNumber, isStop, pieces, stemOf } from "./tokens.js";
import { isFor } from "./worth.js";

const KIND = "situations";
const READ = [3, 4]; // where the postings of what is only looked through are: text, also
const ALSO = 0.4; // a word that is only looked through, against one of a title or of a way of asking
const OFTEN = 0.3; // for each power of e of ways of asking that have the word
const WAY = 2; // a way of asking that is met as a whole, against its words one by one
const MINE = 1.3; // a situation of those who ask for themselves, unless the words are those of people at work
const PRECISE = 2; // the parts of one in which these weights are told
const PAGE = 0.5; // how much of what was typed has to be one way of asking for a page
const NEARLY = 0.75; // and how much, where someone tells in it what has happened
const THEIRS = 0.6; // one of other roles than those that were chosen
// What share of all that was typed has to be met, and how much of it as one way of asking, before it is taken for a
// situation: in a long story, where someone tells in few words what happened, and where nobody is spoken of.
const LONG = { from: 11, share: 0.35, whole: 0 }; // from how many words on
const SHORT = { from: 3, share: 0.75, whole: 0 };
const BARE = { from: 2, share: 1.4, whole: 0.2 };

/**
 * The situation or the page that `typed` tells of or asks for, in `one`, and what share of it is one way of asking for that,
 * in `whole`; none where it does neither. With `onlyPages` no situation
 * is looked for. See `Told.best`.
 */
export function makeTold(lexicon, ways) {
  const kinds = [(one) => one.of === KIND, (one) => one.of !== KIND].map((has) => new Told(lexicon, ways, has));
  return (onlyPages, ...asked) => {
    const [situation, page] = kinds.map((kind, at) => (at || !onlyPages ? kind.best(...asked) : undefined));
    return (page?.whole ?? 0) > Math.max(situation?.whole ?? 0, situation && !situation.bare ? NEARLY : 0)
      ? page
      : (situation ?? page);
  };
}

class Told {
  /** `has` says which of the records that are told of are compared with one another. */
  constructor(lexicon, { told, counts, weights }, has) {
    this.lexicon = lexicon;
    const all = rising(numbers(told)).map((id) => lexicon.documents[id]);
    this.of = all.filter(has);
    this.at = new Map(this.of.map((one, at) => [one.id, at]));
    const each = numbers(counts);
    // way of asking -> the record that it asks for
    this.wayOf = each.flatMap((count, at) => new Array(count).fill(this.at.get(all[at].id)));
    const more = numbers(weights);
    // what all stems of a way count together: rising in each record
    this.all = each.flatMap((count) => rising(more.splice(0, count)).map((weight) => weight / PRECISE));
    this.known = new Map(); // stem -> how much it counts in each record that has it
  }

  /**
   * The record that `typed`, read as `words`, tells of among those that `fits`, and what share of all that was typed is
   * one of its ways of asking; none where it tells of none. `people` are the positions of the roles of those who ask for
   * themselves, `roles` those of the chosen roles.
   */
  best(typed, words, fits, people, roles) {
    const mine = roles.length ? roles : atWork(typed) ? [] : people;
    const length = pieces(typed).length;
    const working = roles.length > 0 && !roles.some((at) => people.includes(at));
    const asks = length >= LONG.from ? LONG : tells(typed, working) ? SHORT : BARE;
    if (length < asks.from) return undefined;
    const asked = words.map((word) => this.apart(word)).filter((word) => this.tellsApart(word));
    const said = asked.map((word) => ({
      // a word that was taken for another may be one that only ways of asking have
      ways: word.ways?.some(([stem]) => stem === word.stem) ? word.ways : [[word.stem, 1], ...(word.ways ?? [])],
      weight: word.stop ? commonWeight() : (word.weight ?? 1),
    }));
    for (const [stem] of said.flatMap(({ ways }) => ways)) this.inEach(stem);
    this.lexicon.pieces.check();
    const total = asked.reduce((sum, word, at) => sum + said[at].weight * this.rarity(word.stem), 0);
    const met = this.met(said);
    const whole = this.whole(said);
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

  /** A word, without the number after it unless people ask with the two together: `take two` is to take. */
  apart(word) {
    const asks = (stem) => this.lexicon.waysWith(stem).length;
    if (!word.stem.includes("_") || asks(word.stem)) return word;
    const stem = stemOf(word.word);
    return { ...word, stem, ways: [[stem, 1]], weight: weightOf(stem) };
  }

  /**
   * Whether a word can tell one from another: one of the commonest, a number (how long someone waits, how old they are) or
   * a word that stands nowhere on the site does so only where people ask with just that.
   */
  tellsApart({ stop, stem, ways }) {
    return (!stop && !isNumber(stem) && ways?.length) || this.lexicon.waysWith(stem).length > 0;
  }

  /** How much a stem counts in each situation that has it, by the situation's place: the more, the more of its ways have it. */
  inEach(stem) {
    if (this.known.has(stem)) return this.known.get(stem);
    const ways = this.lexicon.waysWith(stem);
    const read = this.lexicon.postings(stem).filter((_, field) => READ.includes(field));
    if (this.lexicon.pieces.wanted.size) return new Map(); // not all of it is here
    const found = new Map();
    for (const { records } of read) for (const id of records) if (this.at.has(id)) found.set(this.at.get(id), ALSO);
    const often = new Map();
    for (const at of ways.map((way) => this.wayOf[way])) if (at !== undefined) often.set(at, (often.get(at) ?? 0) + 1);
    for (const [at, times] of often) found.set(at, 1 + OFTEN * Math.log(times));
    this.known.set(stem, found);
    return found;
  }

  /** How little a stem is shared between situations; one that none has counts as one of the rarest. */
  rarity(stem) {
    return Math.log(1 + this.of.length / (this.inEach(stem).size || 0.5));
  }

  /** How much of what is said each situation has, word by word. */
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

  /** How much of what is said is one way of asking for each situation: what is met of it, the less the more of it is not. */
  whole(said) {
    const shares = new Map(); // stem -> how surely it was said
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
