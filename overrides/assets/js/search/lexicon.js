/**
 * The words, names and records of the index, as far as their pieces have loaded. Each method that looks something up
 * also registers which pieces it needs. It needs no document.
 */
import { fingerprint, hashed, numbers, rising, unfronted } from "./codes.js";
import { Danger } from "./danger.js";
import { ASKED, documents, postings } from "./decoded.js";
import { Pieces } from "./pieces.js";
import { lotOf } from "./synonyms.js";
import { pieces, termsOf } from "./tokens.js";

const OF_DANGER = "d0"; // the piece with the danger words
const OF_ASKING = "a0"; // the piece with the weights of ways of asking for a situation
const LAST = "\uffff"; // sorts after every letter
const PRINT = 6; // characters of a fingerprint
const TEXTS = 3; // the first field of the index after titles and names
const KIN = 5; // the fewest letters of a stem that can be a prefix of a related one
const LARGE = 0.65; // the shortest stem's share of the longer one's length: "power" is not related to "powerpoint"

export class Lexicon {
  constructor(start, get) {
    const {
      from,
      long,
      lots: places,
      letters,
      together,
      shown: fields,
      names,
      titles,
      asked,
      pieces: whole = {},
    } = start;
    Object.assign(this, { from: unfronted(from), places, letters, together, fields, count: { names, titles } });
    this.alone = unfronted(long); // stems with a piece of their own
    this.aloneAt = new Map(this.alone.map((stem, at) => [stem, at]));
    this.lotOf = lotOf();
    this.words = new Map(); // each word as it is in the texts -> its frequency
    this.stems = new Map(); // stem -> its records by field, encoded or decoded
    this.elsewhere = new Set(); // stems that may be in another piece than their alphabetical neighbours
    this.names = new Map(); // sequence of stems -> the records with that name
    this.long = new Map(); // stem -> the names of more than one stem that are listed under it, as lists of stems
    this.titles = new Map(); // fingerprint of a title -> the records with that title
    this.ways = new Map(); // stem -> the ways of asking for a situation that contain it
    this.counts = numbers(asked); // record -> the number of ways of asking for it
    this.askedBy = this.counts.flatMap((count, id) => new Array(count).fill(id)); // way of asking -> its record
    this.spelt = new Map(); // first letter -> candidates for spelling corrections
    this.documents = documents(start);
    this.pieces = new Pieces(get, (name, piece) => this[KEEPERS[name[0]]](piece, Number(name.slice(1))));
    for (const [name, piece] of Object.entries(whole)) this.pieces.put(name, piece);
  }

  keepWords([stems, records, elsewhere, asked, ways, words, often]) {
    for (const [stem, coded] of pairs(stems, records)) this.stems.set(stem, coded);
    for (const [stem] of pairs(elsewhere, "")) this.elsewhere.add(stem);
    for (const [stem, coded] of pairs(asked, ways)) this.ways.set(stem, rising(numbers(coded)));
    const times = numbers(often);
    for (const [word, , at] of pairs(words, "")) this.words.set(word, times[at]);
  }

  keepLong([records, ways], at) {
    if (records) this.stems.set(this.alone[at], records);
    if (ways) this.ways.set(this.alone[at], rising(numbers(ways)));
  }

  keepNames([names, listed, named]) {
    const records = named.split(" ");
    for (const [name, places, at] of pairs(names, listed, ",")) {
      if (this.names.has(name)) continue; // in another piece, too
      const stems = name.split(" ");
      for (const place of numbers(places)) {
        if (!this.long.has(stems[place])) this.long.set(stems[place], []);
        this.long.get(stems[place]).push(stems);
      }
      const found = rising(numbers(records[at])).map((one) => ({
        record: this.documents[one >> 1],
        other: one % 2 > 0,
      }));
      this.names.set(name, found);
    }
  }

  keepTitles([titles, titled]) {
    for (const [at, coded] of titles ? titled.split(" ").entries() : [])
      this.titles.set(titles.slice(at * PRINT, (at + 1) * PRINT), rising(numbers(coded)));
  }

  keepAsking([counts, weights]) {
    this.askingWeights = { counts: numbers(counts), weights: numbers(weights) };
  }

  keepSpelling([words, often], at) {
    const times = numbers(often);
    this.spelt.set(
      this.letters[at],
      words.split(" ").map((word, which) => ({ word, often: times[which] })),
    );
  }

  keepRecords(columns, at) {
    for (const [which, values] of columns.entries())
      for (const [place, value] of values.entries())
        this.documents[at * this.together + place][this.fields[which]] = value;
  }

  keepDanger(words) {
    this.danger = new Danger(words);
  }

  /**
   * Fetches the danger words for the next query, if they have not loaded. A failure is ignored: they are fetched again
   * when needed.
   */
  bringDanger() {
    if (!this.pieces.here.has(OF_DANGER)) this.pieces.load([OF_DANGER]).catch(() => undefined);
  }

  /** How clearly the query means danger: see `Danger.tells`. */
  inDanger(typed) {
    return this.pieces.need(OF_DANGER) && this.danger.tells(typed, (stem) => this.has(stem));
  }

  /** The number of the alphabetical piece that would contain a text. */
  alphabet(text) {
    let [low, high] = [0, this.from.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.from[middle] <= text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  needStem(stem) {
    const [lot, alone] = [this.lotOf.get(stem), this.aloneAt.get(stem)];
    if (lot !== undefined) return this.pieces.need(`w${this.places[lot]}`);
    return alone === undefined ? this.needWord(stem) : this.pieces.need(`l${alone}`);
  }

  /** Registers that names with a stem are needed. */
  needNames(stem) {
    return this.pieces.need(`n${hashed(stem) % this.count.names}`);
  }

  /** Registers that the records with this title are needed. Returns the title as it is listed. */
  needTitle(typed) {
    const title = pieces(typed).join(" ");
    this.pieces.need(`t${hashed(title) % this.count.titles}`);
    return title;
  }

  /** Registers that the weights of ways of asking for a situation are needed, which are then in `askingWeights`. */
  needAsking() {
    return this.pieces.need(OF_ASKING);
  }

  /** Registers that a word is needed as it is in the texts. */
  needWord(word) {
    return this.pieces.need(`w${this.alphabet(word)}`);
  }

  /** Registers that all words with a prefix are needed. */
  needStarting(start) {
    const last = this.alphabet(start + LAST);
    for (let at = this.alphabet(start); at <= last; at += 1) this.pieces.need(`w${at}`);
  }

  /**
   * The records that contain a stem, by field: their numbers, the length of the field in stems, and how often the stem
   * occurs in it.
   */
  postings(stem) {
    this.needStem(stem);
    const found = this.stems.get(stem);
    if (typeof found !== "string") return found ?? [];
    const read = this.read(numbers(found));
    this.stems.set(stem, read);
    return read;
  }

  /** Decodes the records of a stem. After all fields come the ways of asking, each with its weight. */
  read(all) {
    const [fields, from] = postings(all);
    const half = from + (all.length - from) / 2;
    const ways = rising(all.slice(from, half));
    const times = new Map();
    for (const way of ways) times.set(this.askedBy[way], (times.get(this.askedBy[way]) ?? 0) + 1);
    const records = [...times.keys()];
    const lengths = records.map((id) => this.counts[id]);
    return [...fields, { records, lengths, often: [...times.values()], ways, weights: all.slice(half) }];
  }

  /** The ways of asking that contain a stem, and the total weight of all stems of each. */
  asking(stem) {
    return this.postings(stem)[ASKED] ?? { ways: [], weights: [] };
  }

  /** Whether any record contains a stem. */
  has(stem) {
    this.needStem(stem);
    return this.stems.has(stem);
  }

  /** Whether any record itself contains a stem, and not only its ways of asking. */
  tells(stem) {
    return this.postings(stem).some(({ records }, field) => field !== ASKED && records.length > 0);
  }

  /** The records that contain a stem elsewhere than in their titles and names. */
  inTexts(stem) {
    return new Set(
      this.postings(stem)
        .slice(TEXTS)
        .flatMap(({ records }) => records),
    );
  }

  /** The number of records that contain a stem. */
  having(stem) {
    const fields = this.postings(stem);
    fields.having ??= new Set(fields.flatMap(({ records }) => records)).size;
    return fields.having;
  }

  /** The words that begin with what was typed, the most common first. */
  starting(half) {
    this.needStarting(half);
    return [...this.words]
      .filter(([word]) => word.startsWith(half) && word !== half && (half.includes("-") || !word.includes("-")))
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .map(([word]) => word);
  }

  /** Related stems, of which one is a prefix of the other: `reduct` and `reduc`. */
  kin(stem) {
    if (stem.length < KIN) return [];
    this.needStarting(stem);
    for (let length = KIN; length < stem.length; length += 1) this.needWord(stem.slice(0, length));
    const begins = (one, other) => one.length >= KIN && one.length >= LARGE * other.length && other.startsWith(one);
    return [...new Set([...this.stems.keys(), ...this.elsewhere])]
      .filter((other) => other !== stem && (begins(stem, other) || begins(other, stem)))
      .sort();
  }

  /** The most common word with this stem. For a word joined with a number, both. */
  surface(stem) {
    let best = stem.replace("_", " ");
    for (const [word, often] of this.words)
      if (word[0] === stem[0] && often > (this.words.get(best) ?? 0) && termsOf(word)[0] === stem) best = word;
    return best;
  }

  /** The words with this first letter that can be spelling corrections, each with its frequency. */
  spelling(letter) {
    const at = this.letters.indexOf(letter);
    if (at < 0 || !this.pieces.need(`s${at}`)) return [];
    return this.spelt.get(letter);
  }

  /** The records with exactly this title. */
  titled(typed) {
    const title = this.needTitle(typed);
    this.pieces.check();
    return (this.titles.get(fingerprint(title)) ?? []).map((at) => this.documents[at]);
  }

  /** The ways of asking for a situation that contain a stem. */
  waysWith(stem) {
    this.needStem(stem);
    return this.ways.get(stem) ?? [];
  }

  /** A record with its display data. */
  shown(record) {
    this.pieces.need(`r${Math.floor(record.id / this.together)}`);
    return record;
  }
}

/** Pairs of the items of two lists, with their positions; empty if the first list is. */
const pairs = (items, others, between = " ") => {
  const other = others.split(" ");
  return items ? items.split(between).map((item, at) => [item, other[at], at]) : [];
};

const KEEPERS = {
  a: "keepAsking",
  d: "keepDanger",
  l: "keepLong",
  n: "keepNames",
  r: "keepRecords",
  s: "keepSpelling",
  t: "keepTitles",
  w: "keepWords",
};
