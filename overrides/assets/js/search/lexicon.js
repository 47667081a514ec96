/**
 * The words, names and records of the site, as far as pieces of them are here. Each method that looks something up says
 * which pieces it needs. No page is needed here.
 */
import { fingerprint, numbers, rising } from "./codes.js";
import { Danger } from "./danger.js";
import { Pieces } from "./pieces.js";
import { lotOf } from "./synonyms.js";
import { isStop, pieces, terms } from "./tokens.js";

const COMMONEST = "w0"; // the piece of the commonest words
const OF_DANGER = "d0"; // and that of the words of danger
const LAST = "\uffff"; // stands after every letter
const PRINT = 6; // characters of a fingerprint
const ASKED = 5; // where the postings of ways of asking are
const KIN = 5; // letters that a stem needs to be the beginning of another
const LARGE = 0.65; // what share of the longer the shorter has to be: power is no kin of powerpoint

export class Lexicon {
  constructor({ from, lots: places, letters, together, shown: fields, asked, pieces: whole = {}, ...start }, get) {
    Object.assign(this, { from, places, letters, together, fields });
    this.lotOf = lotOf();
    this.words = new Map(); // each word as it stands in the texts -> how often
    this.stems = new Map(); // stem -> the records that have it, by field: as it came, or read
    this.elsewhere = new Set(); // stems that may stand in another piece than their neighbours
    this.names = new Map(); // run of stems -> the records with that name
    this.long = []; // names of more than one stem, stem by stem
    this.titles = new Map(); // fingerprint of a title -> the records that have it
    this.ways = new Map(); // stem -> the ways of asking for a situation that have it
    this.counts = numbers(asked); // record -> how many ways of asking for it there are
    this.askedBy = this.counts.flatMap((count, id) => new Array(count).fill(id)); // way of asking -> its record
    this.spelt = new Map(); // first letter -> the words that may have been meant
    this.documents = documents(start);
    this.pieces = new Pieces(get, (name, piece) => this[KEEPERS[name[0]]](piece, Number(name.slice(1))));
    for (const [name, piece] of Object.entries(whole)) this.pieces.put(name, piece);
  }

  keepWords([stems, records, elsewhere, asked, ways, words, often, names, named, titles, titled]) {
    for (const [stem, coded] of pairs(stems, records)) this.stems.set(stem, coded);
    for (const [stem] of pairs(elsewhere, "")) this.elsewhere.add(stem);
    for (const [stem, coded] of pairs(asked, ways)) this.ways.set(stem, rising(numbers(coded)));
    const times = numbers(often);
    for (const [word, , at] of pairs(words, "")) this.words.set(word, times[at]);
    for (const [name, coded] of pairs(names, named, ",")) {
      if (!this.names.has(name) && name.includes(" ")) this.long.push(name.split(" "));
      const found = rising(numbers(coded)).map((one) => ({ record: this.documents[one >> 1], other: one % 2 > 0 }));
      this.names.set(name, found);
    }
    for (const [at, coded] of titles ? titled.split(" ").entries() : [])
      this.titles.set(titles.slice(at * PRINT, (at + 1) * PRINT), rising(numbers(coded)));
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

  /** Fetches the words of danger, if they are not here, for what may be asked next. Where they do not come they are fetched when they are needed. */
  bringDanger() {
    if (!this.pieces.here.has(OF_DANGER)) this.pieces.load([OF_DANGER]).catch(() => undefined);
  }

  /** How surely what was typed tells of danger, see `Danger.tells`. */
  inDanger(typed) {
    return this.pieces.need(OF_DANGER) && this.danger.tells(typed, (stem) => this.has(stem));
  }

  /** The number of the piece of the alphabet where a text would stand. */
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
    const lot = this.lotOf.get(stem);
    return this.pieces.need(`w${lot === undefined ? this.alphabet(stem) : this.places[lot]}`);
  }

  /** Says that names and ways of asking with a stem are needed. */
  needAsked(stem) {
    return isStop(stem) ? this.pieces.need(COMMONEST) : this.needStem(stem);
  }

  /** Says that a word is needed as it stands in the texts. */
  needWord(word) {
    this.pieces.need(`w${this.alphabet(word)}`);
  }

  /** Says that all words are needed which begin so. */
  needStarting(start) {
    const last = this.alphabet(start + LAST);
    for (let at = this.alphabet(start); at <= last; at += 1) this.pieces.need(`w${at}`);
  }

  /** The records that have a stem, by field: their numbers, how many stems the field has, how often it has this one. */
  postings(stem) {
    this.needStem(stem);
    const found = this.stems.get(stem);
    if (typeof found !== "string") return found ?? [];
    const read = this.read(numbers(found));
    this.stems.set(stem, read);
    return read;
  }

  /** Reads the numbers that stand for the records of a stem; after all other fields come the ways of asking, each with its weight. */
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

  /** The ways of asking that have a stem, and what all stems of each count together. */
  asking(stem) {
    return this.postings(stem)[ASKED] ?? { ways: [], weights: [] };
  }

  /** Whether any record has a stem. */
  has(stem) {
    this.needStem(stem);
    return this.stems.has(stem);
  }

  /** Whether any record itself has a stem, and not only a way in which people ask for it. */
  tells(stem) {
    return this.postings(stem).some(({ records }, field) => field !== ASKED && records.length > 0);
  }

  /** In how many records a stem is. */
  having(stem) {
    const fields = this.postings(stem);
    fields.having ??= new Set(fields.flatMap(({ records }) => records)).size;
    return fields.having;
  }

  /** Words that begin with what was typed, the commonest first. */
  starting(half) {
    this.needStarting(half);
    return [...this.words]
      .filter(([word]) => word.startsWith(half) && word !== half && (half.includes("-") || !word.includes("-")))
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .map(([word]) => word);
  }

  /** Stems of which one is the beginning of the other: `reduct` and `reduc`. */
  kin(stem) {
    if (stem.length < KIN) return [];
    this.needStarting(stem);
    for (let length = KIN; length < stem.length; length += 1) this.needWord(stem.slice(0, length));
    const begins = (one, other) => one.length >= KIN && one.length >= LARGE * other.length && other.startsWith(one);
    return [...new Set([...this.stems.keys(), ...this.elsewhere])]
      .filter((other) => other !== stem && (begins(stem, other) || begins(other, stem)))
      .sort();
  }

  /** The commonest word with this stem; a stem of a word and a number as the two. */
  surface(stem) {
    let best = stem.replace("_", " ");
    for (const [word, often] of this.words)
      if (word[0] === stem[0] && often > (this.words.get(best) ?? 0) && terms(word)[0] === stem) best = word;
    return best;
  }

  /** Words with this first letter that may have been meant by a misspelt one, each with how often it is in the texts. */
  spelling(letter) {
    const at = this.letters.indexOf(letter);
    if (at < 0 || !this.pieces.need(`s${at}`)) return [];
    return this.spelt.get(letter);
  }

  /** The records with a title, as it was typed. */
  titled(typed) {
    const stems = terms(typed);
    if (stems.length) for (const stem of stems) this.needAsked(stem);
    else this.pieces.need(COMMONEST);
    this.pieces.check();
    return (this.titles.get(fingerprint(pieces(typed).join(" "))) ?? []).map((at) => this.documents[at]);
  }

  /** The ways of asking for a situation that have a stem. */
  waysWith(stem) {
    this.needAsked(stem);
    return this.ways.get(stem) ?? [];
  }

  /** A record with what is shown of it. */
  shown(record) {
    this.pieces.need(`r${Math.floor(record.id / this.together)}`);
    return record;
  }
}

/** Each of the items of one list with that of another, and its place; none where the first is empty. */
const pairs = (items, others, between = " ") => {
  const other = others.split(" ");
  return items ? items.split(between).map((item, at) => [item, other[at], at]) : [];
};

const KEEPERS = { d: "keepDanger", w: "keepWords", s: "keepSpelling", r: "keepRecords" };

/**
 * Every record as far as it is known from the beginning: its number, what it belongs to, and `of`, its kind. Records
 * that belong to the same share one object of it.
 */
function documents({ facets, columns, records: count }) {
  const names = Object.keys(columns);
  const at = names.map((name) => numbers(columns[name].at));
  const shared = new Map();
  return Array.from({ length: count }, (_, id) => {
    const key = at.map((column) => column[id]).join(" ");
    if (!shared.has(key)) {
      const group = { role: [] };
      for (const [which, name] of names.entries()) group[name] = columns[name].values[at[which][id]];
      group.of = facets.kind[group.kind[0]];
      shared.set(key, group);
    }
    return Object.assign(Object.create(shared.get(key)), { id });
  });
}

/** The records of a stem by field, from the numbers that stand for them, and how many of these numbers they are. */
function postings(all) {
  const fields = [];
  let at = 0;
  while (fields.length < ASKED) {
    const count = all[at];
    const records = rising(all.slice(at + 1, at + 1 + count));
    const lengths = all.slice(at + 1 + count, at + 1 + 2 * count);
    at += 1 + 2 * count;
    const often = new Array(count).fill(1);
    if (count) {
      let place = 0;
      const more = all[at];
      for (let which = 0; which < more; which += 1) {
        place += all[at + 1 + 2 * which];
        often[place] = all[at + 2 + 2 * which];
      }
      at += 1 + 2 * more;
    }
    fields.push({ records, lengths, often });
  }
  return [fields, at];
}
