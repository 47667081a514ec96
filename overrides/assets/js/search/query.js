/**
 * What was typed, read by the words of all the texts: half words, misspellings, everyday words for others, and the
 * names of things. No page is needed here.
 */
import { likeWords, weightOf } from "./synonyms.js";
import { apart, asked, bones, differing, lettersOf, pieces, run, terms } from "./tokens.js";

const NAMELESS = ["actions", "components", "units", "ask_for", "provisions"]; // their titles are sentences, not names
const LIKE = 0.6; // an everyday word for another
// What half a word may become: where it is no word itself, where it is; of how many words; letters
const HALF = { unknown: 0.9, known: 0.3, most: 12, least: 3 };
// A word that was mended: typed alone, among others; the next likeliest
const MENDED = { alone: 0.9, among: 0.7, second: 0.6 };
// How many letters a word needs to be surely meant for another: with two letters swapped, one put in or left out, one
// changed, more than one.
const SURE = { alike: [5, 5, 6, 8], other: [5, 7, 9, 9] }; // where the two sound alike, where they do not
const KIN = 5; // letters that a stem needs to be the beginning of another
const RARER = 10; // how much rarer a known word must be than the one it may have been meant for

export class Reader {
  constructor(documents) {
    this.documents = documents;
    this.words = new Map(); // each word as it stands in the texts -> how often
    this.stems = new Map(); // stem -> in how many records
    this.names = new Map(); // run of stems -> the records with that name
    for (const one of documents) {
      const texts = [one.title, ...one.names, one.text, one.also];
      for (const word of texts.flatMap(pieces)) this.words.set(word, (this.words.get(word) ?? 0) + 1);
      for (const stem of new Set(texts.flatMap(terms))) this.stems.set(stem, (this.stems.get(stem) ?? 0) + 1);
      if (NAMELESS.includes(one.of)) continue;
      for (const [at, name] of [one.title, ...one.title.split(": "), ...one.names].map(run).entries()) {
        this.names.set(name, [...(this.names.get(name) ?? []), { record: one, other: at > 0 }]);
      }
    }
    this.mendable = [...this.words]
      .filter(([word]) => word.length > 3 && !/\d/.test(word))
      .map(([word, often]) => ({ word, often, letters: lettersOf(word) }));
    this.long = [...this.names.keys()].filter((name) => name.includes(" ")).map((name) => name.split(" "));
  }

  rarity(stem) {
    return Math.log(1 + this.documents.length / (1 + (this.stems.get(stem) ?? 0)));
  }

  /** The commonest word with this stem; a stem of a word and a number as the two. */
  surface(stem) {
    let best = stem.replace("_", " ");
    for (const [word, often] of this.words)
      if (often > (this.words.get(best) ?? 0) && terms(word)[0] === stem) best = word;
    return best;
  }

  /** Words of the texts that begin with what was typed, the commonest first. */
  starting(half) {
    const found =
      half.length < HALF.least
        ? []
        : [...this.words].filter(
            ([word]) => word.startsWith(half) && word !== half && (half.includes("-") || !word.includes("-")),
          );
    return found.sort(([, a], [, b]) => b - a).map(([word]) => word);
  }

  /** Stems of the texts of which one is the beginning of the other: `reduct` and `reduc`. */
  kin(stem) {
    const begins = (one, other) => one.length >= KIN && other.startsWith(one);
    return [...this.stems.keys()].filter((other) => begins(stem, other) || begins(other, stem));
  }

  /** Words of the texts that a word may have been meant for, the likeliest first, and of each whether it surely was. */
  meant(word, loose = 0) {
    const most = (word.length > 4 ? 2 : word.length > 3 ? 1 : 0) + loose;
    if (!most || /\d/.test(word) || word.length > 30) return [];
    const found = [];
    const letters = lettersOf(word);
    for (const { word: other, often, letters: others } of this.mendable) {
      // One step changes two letters at most: most words need not be looked at further
      if (differing(letters, others) > 2 * most) continue;
      const steps = apart(word, other, most);
      if (steps > most) continue;
      found.push({
        word: other,
        sure: surely(word, other, steps),
        cost:
          steps + (other[0] === word[0] ? 0 : 1) - (bones(other) === bones(word) ? 0.7 : 0) - Math.log10(often) * 0.3,
      });
    }
    return found.sort((a, b) => a.cost - b.cost);
  }

  /** What was typed, each word with the stems to look for and how much each counts, and what was mended on the way. */
  read(typed) {
    const words = asked(typed, (stem) => this.stems.has(stem));
    const mended = [];
    for (const word of words) {
      word.ways = [];
      word.weight = words.length > 1 ? weightOf(word.stem) : 1;
      // A name such as “where you are now” is nothing but common words; none of them is half of another
      if (word.stop || word.common) continue;
      word.known = this.stems.has(word.stem);
      if (word.known) word.ways.push([word.stem, 1]);
      // the last word may not be finished, and a word that is not known may be half a word
      word.starts =
        (word === words.at(-1) || !word.known) && !word.stem.includes("_")
          ? this.starting(word.word).slice(0, HALF.most)
          : [];
      const like = likeWords(word.stem).filter((stem) => this.stems.has(stem));
      const kin = word.known || word.starts.length || like.length ? [] : this.kin(word.stem);
      if (!word.known && !word.starts.length && !like.length && !kin.length) this.mend(word, words.length > 1, mended);
      for (const stem of kin) this.add(word, stem, HALF.unknown);
      for (const stem of like) this.add(word, stem, LIKE);
      for (const other of word.starts)
        for (const stem of terms(other)) this.add(word, stem, word.known ? HALF.known : HALF.unknown);
    }
    for (const [word, stem] of this.nearNames(words)) {
      word.ways.push([stem, MENDED.alone]);
      word.near = stem;
      mended.push({ typed: word.typed, meant: this.surface(stem) });
    }
    return { words: words.filter((word) => !word.stop || words.length > 1), mended };
  }

  /** Gives a word one more stem to look for, unless it has it. */
  add(word, stem, weight) {
    if (!word.ways.some(([way]) => way === stem)) word.ways.push([stem, weight]);
  }

  /**
   * Gives a word that is not known the stems of those it was surely meant for: another word in its place could ask for
   * another thing.
   */
  mend(word, among, mended) {
    const found = this.meant(word.word).filter((one) => one.sure);
    for (const { word: other } of found.filter((one, at) => at < 3 && one.cost < found[0].cost + 0.6)) {
      const share = (among ? MENDED.among : MENDED.alone) * (word.ways.length ? MENDED.second : 1);
      for (const stem of terms(other).slice(0, 1)) this.add(word, stem, share);
    }
    if (word.ways.length) mended.push({ typed: word.typed, meant: found[0].word });
  }

  /** Words that make up a known name but for their spelling, as in short brakes, with the stem they were meant for. */
  *nearNames(words) {
    for (const name of this.long) {
      for (let from = 0; from + name.length <= words.length; from += 1) {
        const off = name
          .map((stem, at) => [words[from + at], stem])
          .filter(([word, stem]) => !word.ways.some(([way]) => way === stem) && word.stem !== stem);
        if (off.length !== 1) continue;
        const [[word, stem]] = off;
        if (word.stop || word.near || word.stem.length < 4 || bones(word.stem) !== bones(stem)) continue;
        if (word.known && (this.stems.get(word.stem) ?? 0) * RARER > (this.stems.get(stem) ?? 0)) continue;
        if (apart(word.stem, stem, 2) <= 2) yield [word, stem];
      }
    }
  }

  /**
   * Records whose whole name stands in what was typed: where, and the share of its words that the name takes up. The
   * longest first.
   */
  named(words) {
    const plain = words.map((word) => word.near ?? word.ways[0]?.[0] ?? word.stem);
    const said = (part) => part.reduce((sum, word) => sum + (word.stop ? 0.2 : word.weight), 0);
    const found = [];
    for (let size = Math.min(plain.length, 12); size > 0; size -= 1) {
      for (let from = 0; from + size <= plain.length; from += 1) {
        const [to, part] = [from + size, words.slice(from, from + size)];
        const within = (one) => one.from <= from && one.to >= to && one.to - one.from > size;
        if (part.every((word) => word.stop) || found.some(within)) continue;
        for (const { record, other } of this.names.get(plain.slice(from, to).join(" ")) ?? []) {
          if (!found.some((one) => one.record === record))
            found.push({ record, other, from, to, share: said(part) / said(words) });
        }
      }
    }
    return found;
  }
}

/**
 * Whether a word was surely meant for another that is so many `steps` away. `reduced` was not meant for `refused`, nor
 * `broken` for `broker`.
 */
function surely(word, other, steps) {
  const swapped = [...word].sort().join() === [...other].sort().join();
  if (word[0] !== other[0] || steps > 2) return false;
  return (
    word.length >=
    SURE[bones(word) === bones(other) ? "alike" : "other"][
      steps > 1 ? 3 : swapped ? 0 : word.length !== other.length ? 1 : 2
    ]
  );
}
