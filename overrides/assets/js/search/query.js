/**
 * Parses a query with the index's vocabulary: unfinished words, misspellings, synonyms, and the names of things. It
 * needs no document.
 */
import { asksMeaning, likeWords, tells, weightOf } from "./synonyms.js";
import { apart, asked, bones, differing, lettersOf, terms } from "./tokens.js";

const LIKE = 0.6; // the weight of a synonym
// For an unfinished word: the weight of completions if it is no word itself, and if it is; the most completions; the
// fewest letters
const HALF = { unknown: 0.9, known: 0.3, most: 12, least: 3 };
// The weight of a spelling correction: of a single word, among other words; of the second-best candidate
const MENDED = { alone: 0.9, among: 0.85, second: 0.6 };
// The fewest letters of a word for a correction to be certain: with two letters swapped, one inserted or left out, one
// changed, more than one change
const SURE = { alike: [5, 5, 6, 8], other: [5, 7, 9, 9] }; // if the two sound alike; otherwise
const LONG = 8; // the fewest letters of a word for one edit more if it sounds like the other
const RARER = 10; // how much rarer a known word must be than the one that it may be a misspelling of
const SENTENCE = 4; // the fewest words of a sentence
const COUNT = /^\d{1,3}$/; // a number that is no year, and not joined to the word before it

export class Reader {
  constructor(lexicon) {
    this.lexicon = lexicon;
    this.documents = lexicon.documents;
  }

  rarity(stem) {
    return Math.log(1 + this.documents.length / (1 + this.lexicon.having(stem)));
  }

  /**
   * Words of the texts that `word` may be a misspelling of, the most likely first, each with whether that is certain.
   * They have the same first letter; with `loose` more edits allowed, also those that begin with its second letter.
   */
  meant(word, loose = 0) {
    const most = Math.min(2, (word.length > 4 ? 2 : word.length > 3 ? 1 : 0) + loose);
    if (!most || /\d/.test(word) || word.length > 30) return [];
    const found = [];
    const letters = lettersOf(word);
    const begins = new Set(loose ? [word[0], word[1]] : [word[0]]);
    for (const { word: other, often } of [...begins].flatMap((letter) => this.lexicon.spelling(letter))) {
      // One edit changes two letters at most, which rules most words out quickly One edit more is allowed if a long
      // word sounds like the other
      const far = most > 1 && word.length >= LONG && bones(word) === bones(other) ? most + 1 : most;
      if (differing(letters, lettersOf(other)) > 2 * far) continue;
      const steps = apart(word, other, far);
      // A word with more than a third of its letters different is another word, even if nothing else is found
      if (steps > far || (loose && steps * 3 > word.length)) continue;
      found.push({
        word: other,
        sure: surely(word, other, steps),
        cost:
          steps + (other[0] === word[0] ? 0 : 1) - (bones(other) === bones(word) ? 0.7 : 0) - Math.log10(often) * 0.3,
      });
    }
    return found.sort((a, b) => a.cost - b.cost);
  }

  /** Parses a query: each word with the stems to search for and their weights, and the corrections that were made. */
  read(typed) {
    const { lexicon } = this;
    const words = asked(typed, (stem) => lexicon.has(stem));
    for (const word of words) {
      word.ways = [];
      word.weight = words.length > 1 ? weightOf(word.stem) : 1;
      // A name such as “where you are now” has only common words, and none of them is an unfinished word
      word.plain = word.stop || word.common;
      // In a sentence, a number alone is an age or an amount, and not that of a section
      word.counts = COUNT.test(word.stem) && (words.length >= SENTENCE || tells(typed));
      lexicon.needNames(word.stem);
      if (word.plain) lexicon.needStem(word.stem);
      else this.look(word, word === words.at(-1));
    }
    lexicon.pieces.check();
    const mended = [];
    for (const word of words.filter((one) => !one.plain)) {
      const found = word.known || word.starts.length || word.like.length;
      const kin = found ? [] : lexicon.kin(word.stem);
      if (!found && !kin.length) this.mend(word, words.length > 1, mended);
      for (const stem of kin) this.add(word, stem, HALF.unknown);
      for (const stem of word.like) this.add(word, stem, LIKE);
      for (const other of word.starts)
        for (const stem of terms(other)) this.add(word, stem, word.known ? HALF.known : HALF.unknown);
    }
    lexicon.pieces.check();
    for (const [stem] of words.flatMap(({ ways }) => ways)) lexicon.needStem(stem);
    for (const word of words) lexicon.needNames(first(word));
    lexicon.pieces.check();
    for (const [word, stem] of this.nearNames(words)) {
      word.ways.push([stem, MENDED.alone]);
      word.near = stem;
      lexicon.needNames(stem);
      lexicon.needStarting(stem); // "breaks" may be in the piece after that of "break"
      mended.push({ typed: word.typed, meant: lexicon.surface(stem) });
    }
    lexicon.pieces.check();
    return { words: words.filter((word) => !word.stop || words.length > 1), mended };
  }

  /**
   * Looks a word up: whether the texts have it, which words it may be the beginning of (the last word may be
   * unfinished, and so may an unknown one), and its synonyms.
   */
  look(word, last) {
    const { lexicon } = this;
    word.known = lexicon.tells(word.stem);
    if (lexicon.has(word.stem)) word.ways.push([word.stem, 1]);
    const half = (last || !word.known) && !word.stem.includes("_") && word.word.length >= HALF.least;
    word.starts = half ? lexicon.starting(word.word).slice(0, HALF.most) : [];
    word.like = likeWords(word.stem).filter((stem) => lexicon.tells(stem));
  }

  /** Adds a stem to search for to a word, unless it is there. */
  add(word, stem, weight) {
    if (!word.ways.some(([way]) => way === stem)) word.ways.push([stem, weight]);
  }

  /**
   * Adds to an unknown word the stems of its certain corrections only: another word in its place could mean something
   * else.
   */
  mend(word, among, mended) {
    const found = this.meant(word.word).filter((one) => one.sure);
    for (const { word: other } of found.filter((one, at) => at < 3 && one.cost < found[0].cost + 0.6)) {
      const share = (among ? MENDED.among : MENDED.alone) * (word.ways.length ? MENDED.second : 1);
      for (const stem of terms(other).slice(0, 1)) this.add(word, stem, share);
    }
    if (found.length) mended.push({ typed: word.typed, meant: found[0].word });
  }

  /** Words that form a known name except for their spelling, as in "short brakes", each with the intended stem. */
  *nearNames(words) {
    const stems = new Set(words.flatMap((word) => [first(word), word.stem]));
    for (const name of new Set([...stems].flatMap((stem) => this.lexicon.long.get(stem) ?? []))) {
      for (let from = 0; from + name.length <= words.length; from += 1) {
        const off = name
          .map((stem, at) => [words[from + at], stem])
          .filter(([word, stem]) => !word.ways.some(([way]) => way === stem) && word.stem !== stem);
        if (off.length !== 1) continue;
        const [[word, stem]] = off;
        if (word.stop || word.near || word.stem.length < 4 || bones(word.stem) !== bones(stem)) continue;
        if (word.known && this.lexicon.having(word.stem) * RARER > this.lexicon.having(stem)) continue;
        if (apart(word.stem, stem, 2) <= 2) yield [word, stem];
      }
    }
  }

  /**
   * The records whose whole name occurs in the query: its position, and the share of the query's words that it covers.
   * The longest first.
   */
  named(words) {
    const plain = words.map(stemMeant);
    // “What is” before a name does not count as part of the query
    const light = asksMeaning(words.map((word) => word.typed).join(" ")) ? 0 : 0.2;
    const said = (part) => part.reduce((sum, word) => sum + (word.stop ? light : word.weight), 0);
    const found = [];
    const records = new Set();
    for (let size = Math.min(plain.length, 12); size > 0; size -= 1) {
      for (let from = 0; from + size <= plain.length; from += 1) {
        const [to, part] = [from + size, words.slice(from, from + size)];
        const within = (one) => one.from <= from && one.to >= to && one.to - one.from > size;
        if (part.every((word) => word.stop) || found.some(within)) continue;
        for (const { record, other } of this.lexicon.names.get(plain.slice(from, to).join(" ")) ?? []) {
          if (records.has(record)) continue;
          records.add(record);
          found.push({ record, other, from, to, share: said(part) / said(words) });
        }
      }
    }
    return found;
  }
}

/** The stem that a word most likely stands for: of the name that it is a misspelling in, of its correction, or its own. */
export const stemMeant = (word) => word.near ?? first(word);

/** The stem by which a word is most likely found, or its own. */
const first = ({ ways, stem }) => ways[0]?.[0] ?? stem;

/**
 * Whether a word is certainly a misspelling of another that is `steps` edits away. `reduced` is not a misspelling of
 * `refused`, nor `broken` of `broker`.
 */
function surely(word, other, steps) {
  const swapped = [...word].sort().join() === [...other].sort().join();
  if (word[0] !== other[0]) return false;
  return (
    word.length >=
    SURE[bones(word) === bones(other) ? "alike" : "other"][
      steps > 1 ? 3 : swapped ? 0 : word.length !== other.length ? 1 : 2
    ]
  );
}
