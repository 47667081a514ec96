/**
 * The index of everything that can be found, and what answers a question. No page is needed here, so it is measured by
 * itself. MiniSearch keeps the index and scores words (BM25+); here is what it does not know: other names,
 * misspellings, numbers, roles.
 */
import MiniSearch from "../../vendor/minisearch.js";
import { Reader } from "./query.js";
import { Situations } from "./situations.js";
import { learnSynonyms, ofMe } from "./synonyms.js";
import { learnWords, pieces, terms } from "./tokens.js";

// How much a word counts by where it stands: a statement is all text, everything else has a title.
const BOOST = { title: 2, says: 2, names: 2, text: 1, also: 0.6 };
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
// How much a kind counts against the others: what asks and explains stands before what is only referred to.
const KIND = {
  situations: 0.75,
  alignments: 0.85,
  sources: 0.8,
  pages: 0.8,
  drivers: 0.9,
  units: 0.8,
  easy_read: 0.9,
  provisions: 0.9,
  ask_for: 0.9,
};
const ID_IS_A_NAME = ["actions", "components"];
const RENAMED = 0.8; // a record that has another name of the thing that was typed
const NAMED = 1.5; // what the record itself gains whose name was typed
const OWN_ROLE = 1.3; // a statement or tool of the chosen role
const OWN_WORDS = 1.2; // where no role is chosen and someone asks for themselves: what is said to them, and easy read
const LEANED_ON = 0.04; // for each power of e of records that are linked to it
const PART = 1.5; // how steeply the score falls when only part of the words are met
// What explains a word or names a law answers what was typed less, the less of it that is. A statement that meets as
// much says what to do.
const REFERRED = ["terms", "units", "sources", "pages"];
const REFERRED_PART = 0.5;
const MOST_NAMES = 6; // of what was typed that are said in other words, too
const SENTENCE = 4; // words from which on a title that was typed as it stands is meant, and nothing else
const FAINT = 0.25; // a record that meets less than this share of what the best one meets is no answer

/**
 * The index of the records in `data`, made a few at a time so that the page never stands still. `words` is what the
 * site's data says of everyday words.
 */
export async function makeIndex({ facets, words, ...columns }) {
  learnWords(words);
  learnSynonyms(words);
  const documents = columns.url.map((_, id) => ({
    id,
    ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[id]])),
  }));
  for (const one of documents) {
    one.of = facets.kind[one.kind[0]];
    if (ID_IS_A_NAME.includes(one.of)) one.names = [one.url.match(/([^/#]+)\/?$/)[1], ...one.names];
  }
  const search = new MiniSearch({
    fields: Object.keys(BOOST),
    tokenize: terms,
    processTerm: (term) => term,
    extractField: (one, name) => {
      if (name === "id") return one.id;
      if (name === "names") return one.names.join(" . ") || null;
      if (name === "title") return one.of === "actions" ? null : one.title;
      if (name === "says") return one.of === "actions" ? one.title : null;
      return one[name] || null;
    },
  });
  await search.addAllAsync(documents, { chunkSize: 100 });
  return new Index(facets, documents, search);
}

/** The words of a record's title, one after another. */
const said = (one) => pieces(one.title).join(" ");

class Index extends Reader {
  constructor(facets, documents, search) {
    super(documents);
    Object.assign(this, { facets, search, situations: new Situations(documents) });
    this.titled = new Map(); // a title, word by word -> the records that have it
    for (const one of documents) this.titled.set(said(one), [...(this.titled.get(said(one)) ?? []), one]);
  }

  /**
   * Every record that has to do with what was typed and that `fits`, the best first, each with its score and why it was
   * found; and in `all` those that do not fit, too. `roles` are the positions of the chosen roles: their own statements
   * and tools gain by it. `otherwise` tells the records that would fit but for their role: where the chosen roles have
   * no statement or tool for a thing, the best of those stands in. `people` are the positions of the roles of those who
   * ask for themselves: where no role is chosen, their statements and easy read gain by “I” and “my”.
   */
  find(typed, roles = [], fits = () => true, otherwise = () => false, people = []) {
    const { words, mended } = this.read(typed);
    const says = words.filter((word) => !word.stop && word.ways.length);
    const named = this.named(words);
    const best = new Map();
    // a name of nothing but the commonest words is in no index
    for (const { record, share } of named)
      if (share === 1) best.set(record.id, { score: 1, covered: 1, why: { says, terms: [] } });
    if (says.length) this.ask(says, 1, best);
    // What is named as a whole is that thing; a story is no name
    const isName = named.some(({ share, record }) => share === 1 && record.of !== "situations");
    const whole = pieces(typed).length < SENTENCE ? [] : (this.titled.get(pieces(typed).join(" ")) ?? []);
    const told = isName || whole.length ? undefined : this.situations.told(typed, words, fits, people);
    if (told && !best.has(told.id)) best.set(told.id, { score: 0, covered: 1, why: { says, terms: [] } });
    if (!best.size) return { found: [], all: [], mended, words };
    for (const { record, from, to } of named.filter((one) => one.other).slice(0, MOST_NAMES)) {
      const title = terms(record.title);
      // The title says the same and more
      if (words.slice(from, to).every((word) => word.stop || title.includes(word.stem))) continue;
      const instead = title.map((stem) => ({
        typed: words
          .slice(from, to)
          .map((word) => word.typed)
          .join(" "),
        stem,
        ways: [[stem, 1]],
      }));
      this.ask(
        [...words.slice(0, from), ...instead, ...words.slice(to)].filter((word) => !word.stop && word.ways?.length),
        RENAMED,
        best,
        title,
      );
    }
    const least = FAINT * Math.max(...[...best.values()].map((one) => one.covered));
    for (const [id, { covered }] of best) if (covered < least && id !== told?.id) best.delete(id);
    const mine = !roles.length && ofMe(typed) ? people : [];
    const found = [];
    for (const [id, { score, covered, why }] of best) {
      const one = this.documents[id];
      if (!fits(one)) continue;
      const name = named.find(({ record }) => record === one);
      const own = one.role.some((at) => roles.includes(at))
        ? OWN_ROLE
        : mine.length && (one.of === "easy_read" || one.role.some((at) => mine.includes(at)))
          ? OWN_WORDS
          : 1;
      const explains = REFERRED.includes(one.of) ? Math.max(name?.share ?? 0, covered) ** REFERRED_PART : 1;
      const leaned = 1 + LEANED_ON * one.linked;
      found.push({
        one,
        covered,
        why,
        score: score * (KIND[one.of] ?? 1) * leaned * own * explains * (name ? 1 + NAMED * name.share ** 2 : 1),
      });
    }
    const titled = [
      ...named.filter(({ share, other }) => share === 1 && !other).map(({ record }) => record),
      ...(this.titled.get(pieces(typed).join(" ")) ?? []),
    ];
    const first = ({ one }) => (one === told || titled.includes(one) ? 0 : 1);
    found.sort((a, b) => first(a) - first(b) || b.score - a.score || a.one.id - b.one.id);
    const thing =
      named.find(({ share, other }) => share === 1 && !other) ??
      named.find((one) => one.share >= (one.to - one.from > 1 ? 0.4 : 0.6));
    const typedFor =
      thing &&
      words
        .slice(thing.from, thing.to)
        .map((word) => word.typed)
        .join(" ");
    return {
      found: thing && !told && !whole.length ? this.mix(found, thing.record, typedFor, fits, otherwise) : found,
      all: [...best.keys()].map((id) => this.documents[id]),
      mended,
      words,
    };
  }

  /**
   * Scores every record that has all of `name` for these words, and keeps in `best` the score where it is higher than
   * before.
   */
  ask(says, share, best, name = []) {
    const one = (stem, weight) => ({ queries: [stem], boostTerm: () => weight });
    const queries = says.map((word) => ({
      combineWith: "OR",
      queries: [...word.ways.map(([stem, weight]) => one(stem, weight * (word.weight ?? 1)))],
    }));
    const weights = says.map((word) => word.ways[0][1] * this.rarity(word.ways[0][0]) * (word.weight ?? 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const options = { boost: BOOST, bm25: BM25, tokenize: (text) => [text], processTerm: (term) => term };
    for (const result of this.search.search({ combineWith: "OR", queries }, options)) {
      const has = new Set(result.queryTerms);
      if (!name.every((stem) => has.has(stem))) continue;
      const met = (word) => Math.max(...word.ways.map(([stem, weight]) => (has.has(stem) ? weight : 0)));
      const covered = says.reduce((sum, word, at) => sum + met(word) * weights[at], 0) / total;
      // MiniSearch multiplies by how many words were met, whatever they say; what they say counts here
      const score = (result.score / result.queryTerms.length) * (0.05 + covered ** PART) * share;
      if (score > (best.get(result.id)?.score ?? 0))
        best.set(result.id, { score, covered, why: { says, terms: result.terms } });
    }
  }

  /**
   * `found`, so mixed that the best statement and the best tool stand next to the thing itself, where what was typed
   * names one: then what to do about it and what to do it with are wanted beside what it is.
   */
  mix(found, thing, typed, fits, otherwise) {
    const first = found.find(({ one }) => one === thing);
    if (!first || first.score < found[0].score * 0.75) return found;
    const about = new Map();
    for (const name of [thing.title, ...thing.names]) {
      const says = terms(name).map((stem) => ({ typed, stem, ways: [[stem, 1]] }));
      // a name of which little is left, as of “my own carer”, would bring in everything about what is left
      if (says.length > pieces(name).length / 2) this.ask(says, 1, about);
    }
    const whole = [...about].filter(([, { covered }]) => covered > 0.99).sort(([, a], [, b]) => b.score - a.score);
    const standIns = whole.map(([id, { score, covered, why }]) => ({
      one: this.documents[id],
      score,
      covered,
      why,
      standIn: !fits(this.documents[id]),
    }));
    const best = (...kinds) => {
      const of = ({ one }) => one !== thing && kinds.includes(one.of);
      return (
        found.find((item) => of(item) && (item.covered > 0.4 || about.get(item.one.id)?.covered > 0.99)) ??
        standIns.find((item) => item.one.of === kinds[0] && fits(item.one)) ??
        standIns.find((item) => item.one.of === kinds[0] && otherwise(item.one))
      );
    };
    const head = [first, best("actions", "components"), best("resources")].filter(Boolean);
    return [...head, ...found.filter((item) => !head.includes(item))];
  }
}
