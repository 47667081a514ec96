/**
 * Which situation someone tells of. A situation is asked for in many ways, most of them sentences of common words
 * (“they said no”), and the words of a whole story meet many records a little: so situations are compared with one
 * another alone, by all words of each, the commonest too, and by each of the ways as a whole. No page is needed here.
 */
import { atWork, tells, weightOf } from "./synonyms.js";
import { isStop, pieces, stemOf, terms, usual } from "./tokens.js";

const KIND = "situations";
const ALSO = 0.4; // a word that is only looked through, against one of a title or of a way of asking
const OFTEN = 0.3; // for each power of e of ways of asking that have the word
const COMMON = 0.3; // the commonest words
const WAY = 2; // a way of asking that is met as a whole, against its words one by one
const MINE = 1.3; // a situation of those who ask for themselves, unless the words are those of people at work
// What share of all that was typed has to be met, and how much of it as one way of asking, before it is taken for a
// situation: in a long story, where someone tells in few words what happened, and where nobody is spoken of.
const LONG = { from: 11, share: 0.4, whole: 0 }; // from how many words on
const SHORT = { from: 3, share: 1.25, whole: 0 };
const BARE = { from: 2, share: 1.75, whole: 0.35 };

export class Situations {
  constructor(documents) {
    this.of = documents
      .filter((one) => one.of === KIND)
      .map((one) => {
        const ways = [one.title, ...one.names].map((way) => [
          ...new Set(pieces(way).map((piece) => stemOf(usual(piece)))),
        ]);
        const stems = new Map();
        for (const stem of ways.flat()) stems.set(stem, (stems.get(stem) ?? 0) + 1);
        const weights = new Map(terms(`${one.text} ${one.also}`).map((stem) => [stem, ALSO]));
        for (const [stem, often] of stems) weights.set(stem, 1 + OFTEN * Math.log(often));
        return { one, ways, weights };
      });
    this.having = new Map(); // stem -> in how many situations
    for (const { weights } of this.of)
      for (const stem of weights.keys()) this.having.set(stem, (this.having.get(stem) ?? 0) + 1);
  }

  /**
   * The situation that `typed` tells of, read as `words`, among those that `fits`; none where it tells of none. `people`
   * are the positions of the roles of those who ask for themselves.
   */
  told(typed, words, fits, people) {
    const mine = atWork(typed) ? [] : people;
    const length = pieces(typed).length;
    const asks = length >= LONG.from ? LONG : tells(typed) ? SHORT : BARE;
    if (length < asks.from) return undefined;
    const said = words.map((word) => ({
      ways: word.ways?.length ? word.ways : [[word.stem, 1]],
      weight: word.stop ? COMMON : (word.weight ?? 1),
    }));
    const total = words.reduce((sum, word, at) => sum + said[at].weight * this.rarity(word.stem), 0);
    let best;
    for (const item of this.of.filter(({ one }) => fits(one))) {
      const whole = Math.max(...item.ways.map((way) => this.whole(way, said)));
      const own = item.one.role.some((at) => mine.includes(at)) ? MINE : 1;
      const score = own * (this.met(item, said) + WAY * whole);
      if (score > (best?.score ?? 0)) best = { one: item.one, score, whole };
    }
    return best?.score >= asks.share * total && best.whole >= asks.whole * total ? best.one : undefined;
  }

  /** How little a stem is shared between situations; one that none has counts as one of the rarest. */
  rarity(stem) {
    return Math.log(1 + this.of.length / (this.having.get(stem) ?? 0.5));
  }

  /** How much of what is said a situation has, word by word. */
  met({ weights }, said) {
    const has = ([stem, weight]) => (weights.get(stem) ?? 0) * weight * (weights.has(stem) ? this.rarity(stem) : 0);
    return said.reduce((sum, { ways, weight }) => sum + weight * Math.max(...ways.map(has)), 0);
  }

  /** How much of what is said is one way of asking: what is met of it, the less the more of it is not. */
  whole(way, said) {
    let [met, all] = [0, 0];
    for (const stem of way) {
      const weight = (isStop(stem) ? COMMON : weightOf(stem)) * this.rarity(stem);
      const as = said.flatMap((word) => word.ways.filter(([other]) => other === stem).map(([, share]) => share));
      all += weight;
      met += weight * Math.max(0, ...as);
    }
    return all ? met ** 2 / all : 0;
  }
}
