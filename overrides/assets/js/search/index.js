/**
 * What answers a question: which records, in which order, and why. No page is needed here, so it is measured by itself.
 * The build made the index; here is how it is asked: other names, misspellings, numbers, roles.
 */
import { numbers, rising } from "./codes.js";
import { MAYBE } from "./danger.js";
import { Lexicon } from "./lexicon.js";
import { withArea, withAsked, withSecond } from "./places.js";
import { Reader } from "./query.js";
import { scores } from "./scores.js";
import { asksMeaning, kindsOf, learnSynonyms, ofMe } from "./synonyms.js";
import { bare, learnWords, pieces, terms } from "./tokens.js";
import { makeTold } from "./told.js";
import { wholes } from "./whole.js";
import { EXPLAINS, explainsOnly, OWN_ROLE, worth } from "./worth.js";

const RENAMED = 0.8; // a record that has another name of the thing that was typed
const NEAR = 0.75; // how near the best answer the thing that is named has to be, to stand first
const BESIDE = 0.35; // and how near, to stand after the best statement and tool for it
const PART = 2; // how steeply the score falls when only part of the words are met
// What is more than the meaning of a word: where it bears the name that was typed, it stands beside that word
const PLACES = ["pages", "easy_read", "standards", "options", "stages", "contacts"];
const ELSEWHERE = "not_covered"; // what the site has nothing on
const OWN = ["pages", "easy_read"]; // of these, what is asked for by this name stands before what the name means
const CONTACTS = "contacts";
const HAPPENED = "situations";
const FAR = 20; // how many times better than a situation that is told of another answer is, for it to be no matter of that
const SURELY = 0.4; // unless so much of what was typed is one way of asking for the situation
// And how many times better, to stand before the situation, where it is told in fewer words than these: where someone
// speaks of themselves or tells what was done, and where nobody is spoken of; what else answers stands before it too, where
// hardly this much of it is one way of asking
const SOONER = { few: 10, told: 12, bare: 4, hardly: 0 };
const AT_WORK = { told: 4, bare: 2.75, hardly: 0.2 }; // and where the roles that were chosen are of those who work
const ASIDE = 0.3; // how much of what was typed is one way of asking for a situation that comes before help that may not be meant
const ALMOST = 0.85; // or so much of it
const AS_TYPED = 0.95; // how much of a way of asking and of what was typed is the same where it was typed so
const AS_ELSEWHERE = 0.24; // or one way of asking for what the site has not got,
const SURER = 1.1; // so many times more than of any other
const AS_ASKED = 0.6; // or how much of what was typed is one way of asking for that other answer
const TOLD_OF = 0.3; // how near a situation has to be to a word that is all that was typed, to stand before it
const STORY = 7; // words from which on it is told what happened, even where a form or the like is spoken of
const MOST_NAMES = 6; // of what was typed that are said in other words, too
const SENTENCE = 4; // words from which on a title that was typed as it stands is meant, and nothing else
const WELL = 0.4; // what a statement or tool has to meet of what was typed to stand beside the thing that it names
const LIKELY = 0.35; // and how near it has to be to the best answer beside that thing
const ALL = 0.99; // or of a name of that thing
const WHOLE = 3; // what a record gains where all that was typed is one of the ways of asking for it
const FEW = 3; // words in fewer of which a form or the like that is spoken of is what is asked for
const FAINT = 0.25; // a record that meets less than this share of what the best one meets is no answer

/**
 * The index of which `start` is the beginning. `get` fetches a piece of it by its name.
 */
export function makeIndex(start, get) {
  learnWords(start.words);
  learnSynonyms(start.words);
  return new Index(start, new Lexicon(start, get));
}

class Index extends Reader {
  constructor({ facets, averages, ways, areas = "" }, lexicon) {
    super(lexicon);
    Object.assign(this, { facets, averages, told: makeTold(lexicon, ways) });
    this.areas = new Set(rising(numbers(areas)));
    this.askedFor = new Set(rising(numbers(ways.told)));
  }

  /** What `ask` finds, once all pieces that it needs are here. Fails when one does not come. */
  async all(ask) {
    for (;;) {
      const { result, missing } = this.lexicon.pieces.gather(ask);
      if (!missing.length) return result;
      await this.lexicon.pieces.load(missing);
    }
  }

  /**
   * How surely what was typed, as it was read in `words`, tells of danger. Nothing but the name of a thing does not, nor do two words of which one asks for a
   * kind of thing: these need no words of danger.
   */
  inDanger(typed, words) {
    if (words.length < FEW && words.some(({ stem }) => kindsOf(stem).length)) return undefined;
    const isName = this.named(words).some(({ share, record }) => share === 1 && record.of !== HAPPENED);
    return isName ? undefined : this.lexicon.inDanger(typed);
  }

  /**
   * Every record that has to do with what was typed and that `fits`, the best first, each with its score and why it was
   * found; and in `all` those that do not fit, too. `roles` are the positions of the chosen roles: what is for them comes
   * sooner, and what is for others only later. `aside` says that danger may be told, and surely another situation is. `people` are the positions of the roles of those who ask for themselves:
   * where no role is chosen, their statements and easy read gain by “I” and “my”.
   */
  find(all, roles = [], fits = () => true, people = []) {
    const typed = bare(all);
    const { words, mended } = this.read(typed);
    const danger = this.inDanger(all, words); // early, so that what it needs comes with the rest
    const says = words.filter((word) => !word.stop && word.ways.length);
    const named = this.named(words);
    const best = new Map();
    // a name of nothing but the commonest words is in no index
    for (const { record, share } of named)
      if (share === 1 && record.of !== ELSEWHERE)
        best.set(record.id, { score: 1, covered: 1, why: { says, terms: [] } });
    if (says.length) this.ask(says, 1, best);
    // Who tells what has happened does not ask what that is called, unless it is the word itself that is explained
    const happens = named.some(({ share, record }) => share === 1 && record.of === HAPPENED);
    const isThing = ({ record: { of }, other }) =>
      ![HAPPENED, ELSEWHERE].includes(of) && !(happens && other && of === EXPLAINS);
    // What is named as a whole is that thing; a story is no name
    const isName = named.some((one) => one.share === 1 && isThing(one));
    const sameTitle = this.lexicon.titled(typed);
    const wanted = new Set(says.flatMap(({ stem }) => kindsOf(stem)));
    const means = asksMeaning(typed) && named.some(({ share, record }) => share === 1 && record.of === EXPLAINS);
    const isTitle = ({ of }) => of !== EXPLAINS || means || !happens;
    const whole = pieces(typed).length < SENTENCE ? [] : sameTitle.filter(isTitle);
    if (means) wanted.add(EXPLAINS);
    const asksFor = wanted.size && pieces(typed).length < STORY;
    const elsewhere = notCovered(named, words, fits);
    // Where someone lives says nothing of what has happened
    const rest = words.filter(
      (_, at) => !named.some(({ record, from, to }) => this.areas.has(record.id) && from <= at && at < to),
    );
    const tells =
      isName || whole.length || elsewhere
        ? undefined
        : asTyped(named, fits, this.told(asksFor, typed, rest, fits, people, roles));
    let told = isName || whole.length ? undefined : (elsewhere ?? tells?.one);
    if (told && !best.has(told.id)) best.set(told.id, { score: 0, covered: 1, why: { says, terms: [] } });
    if (!best.size) return { found: [], all: [], mended, words, danger };
    const renamed = named.filter((one) => one.other).slice(0, MOST_NAMES);
    for (const { record } of renamed) this.lexicon.shown(record);
    this.lexicon.pieces.check();
    for (const stem of renamed.flatMap(({ record }) => terms(record.title))) this.lexicon.needStem(stem);
    for (const { record, from, to } of renamed) {
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
    let most = 0;
    for (const { covered } of best.values()) most = Math.max(most, covered);
    const least = FAINT * most;
    for (const [id, { covered }] of best) if (covered < least && id !== told?.id) best.delete(id);
    const mine = !roles.length && ofMe(typed) ? people : [];
    const nameOf = new Map(named.map((name) => [name.record, name]));
    const asWhole = wholes(
      this.lexicon,
      words.filter((word) => !word.stop),
      (stem) => this.rarity(stem),
    );
    const typedAs = new Set(
      named.filter(({ share, record }) => share === 1 && this.askedFor.has(record.id)).map(({ record }) => record),
    );
    for (const { id } of typedAs) asWhole.set(id, 1);
    const gap = told ? undefined : this.gap(asWhole);
    for (const id of best.keys()) {
      const one = this.documents[id];
      if (one.of === ELSEWHERE && one !== told && one !== gap) best.delete(id);
    }
    const found = [];
    for (const [id, { score, covered, why }] of best) {
      const one = this.documents[id];
      if (!fits(one)) continue;
      const name = nameOf.get(one);
      const plain = score * worth(one, { covered, share: name?.share, wanted, roles, mine });
      found.push({ one, covered, why, plain, score: plain * (1 + WHOLE * (asWhole.get(id) ?? 0)) });
    }
    // What answers the words themselves so much better is no matter of what has happened
    const own = found.find(({ one }) => one === told)?.plain ?? 0;
    const better = ({ one, plain }) =>
      plain > own * FAR ||
      (tells.bare && pieces(typed).length < STORY && (asWhole.get(one.id) ?? 0) > Math.max(AS_ASKED, tells.whole));
    if (told?.of === HAPPENED && tells.whole < SURELY && found.some(better)) told = undefined;
    // Few words are soon met by one of the many ways of telling it
    const times = roles.length && !roles.some((at) => people.includes(at)) ? AT_WORK : SOONER;
    const few =
      told?.of === HAPPENED && pieces(typed).length < SOONER.few && (times === AT_WORK || tells.whole < ALMOST);
    // Where no way of asking is nearly this one, it is only the likeliest of the situations
    const unsure = tells?.whole < (tells?.bare ? SURELY : times.hardly);
    const sooner = ({ plain }) => unsure || plain > own * (tells.bare ? times.bare : times.told);
    const second = few && found.some(sooner) ? told : undefined;
    const titled = new Set([
      ...named.filter(({ share, other }) => share === 1 && !other).map(({ record }) => record),
      ...sameTitle,
    ]);
    const first = ({ one }) => ((one === told && !second) || titled.has(one) ? 0 : 1);
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
    // A form that was asked for stands before the thing that it is a form for, and a page of this name beside it
    const before =
      thing && thing.share < 1 && wanted.size && !wanted.has(thing.record.of)
        ? found.find(({ one, covered }) => wanted.has(one.of) && covered > WELL)
        : undefined;
    const page = found.find(
      ({ one }) => one !== thing?.record && PLACES.includes(one.of) && nameOf.get(one)?.share === 1,
    );
    // What the site itself offers under this name, or easy read that is asked for so, stands before what the word means
    const called = page && OWN.includes(page.one.of) && this.askedFor.has(page.one.id);
    const last = thing && explainsOnly(thing.record, thing.share, wanted);
    const near = last ? BESIDE : roles.length ? NEAR / OWN_ROLE : NEAR;
    const ordered =
      thing && !told && !whole.length
        ? this.mix(found, thing.record, typedFor, { before, page, own: called, means, near, last, fits })
        : found;
    const areas = new Set(named.map(({ record }) => record).filter((one) => this.areas.has(one.id)));
    const asked = withAsked(withSecond(ordered, second), (one) => one === gap || asWhole.get(one.id) > AS_TYPED);
    return {
      found: withArea(asked, areas, wanted.has(CONTACTS)),
      all: [...best.keys()].map((id) => this.documents[id]),
      mended,
      words,
      danger,
      aside: danger === MAYBE && told?.of === HAPPENED && !second && tells.whole >= ASIDE,
    };
  }

  /** The subject that the site has nothing on, where what was typed is more like a way of asking for it than for anything else. */
  gap(asWhole) {
    let subject = -1;
    let share = 0;
    let other = 0; // the most of anything that the site has
    for (const [id, part] of asWhole) {
      if (this.documents[id].of !== ELSEWHERE) other = Math.max(other, part);
      else if (part > share) [subject, share] = [id, part];
    }
    return share > AS_ELSEWHERE && share > other * SURER ? this.documents[subject] : undefined;
  }

  /**
   * Scores every record that has all of `name` for these words, and keeps in `best` the score where it is higher than
   * before.
   */
  ask(says, share, best, name = []) {
    const weights = says.map((word) => word.ways[0][1] * this.rarity(word.ways[0][0]) * (word.weight ?? 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const stems = says.flatMap((word) => word.ways.map(([stem, weight]) => [stem, weight * (word.weight ?? 1)]));
    for (const [stem] of stems) this.lexicon.needStem(stem);
    this.lexicon.pieces.check();
    for (const [id, result] of scores(this.lexicon, this.documents.length, this.averages, stems)) {
      const has = new Set(result.stems);
      if (!name.every((stem) => has.has(stem))) continue;
      const is = this.documents[id].of;
      const met = (word) =>
        kindsOf(word.stem).includes(is)
          ? 1
          : Math.max(...word.ways.map(([stem, weight]) => (has.has(stem) ? weight : 0)));
      const covered = says.reduce((sum, word, at) => sum + met(word) * weights[at], 0) / total;
      const score = result.score * (0.05 + covered ** PART) * share;
      if (score > (best.get(id)?.score ?? 0)) best.set(id, { score, covered, why: { says, terms: result.stems } });
    }
  }

  /**
   * `found`, so mixed that the best statement and the best tool stand next to the thing itself, where what was typed
   * names one: then what to do about it and what to do it with are wanted beside what it is. With `last` the thing
   * comes after them. `before` and `page` are answers that come with it, `own` says that the page comes before it, and `means` that
   * its meaning is asked for; `near` is how near to the best it has to be.
   */
  mix(found, thing, typed, { before, page, own, means, near, last, fits }) {
    const itself = found.find(({ one }) => one === thing);
    if (!itself || itself.score < found[0].score * near) return found;
    const least = LIKELY * (found.find(({ one }) => one !== thing)?.score ?? 0);
    const best = (...kinds) => {
      const of = ({ one, score }) => one !== thing && kinds.includes(one.of) && score > least;
      const near = found.find(of);
      if (near?.covered > WELL) return near;
      const about = this.about(thing, typed);
      const whole = [...about].filter(([, { covered }]) => covered > ALL).sort(([, a], [, b]) => b.score - a.score);
      const standIn = () => {
        const [id, item] = whole.find(([at]) => this.documents[at].of === kinds[0] && fits(this.documents[at])) ?? [];
        return item && item.score > LIKELY * whole[0][1].score
          ? found.find(({ one }) => one === this.documents[id])
          : undefined;
      };
      return (
        found.find((item) => of(item) && (item.covered > WELL || about.get(item.one.id)?.covered > ALL)) ?? standIn()
      );
    };
    const beside = [page, best("actions", "components"), best("resources")];
    // Of a bare word, as of “complaints”, it is less wanted what it means than what to do
    const happened = found.find(
      ({ one, covered, score }) => one.of === HAPPENED && covered > ALL && score > itself.score * TOLD_OF,
    );
    const sooner = thing.of === EXPLAINS && !means ? [own ? page : undefined, page && !own ? undefined : happened] : [];
    const head = [before, ...(last ? [...beside, itself] : [...sooner, itself, ...beside])].filter(Boolean);
    return [...new Set(head), ...found.filter((item) => !head.includes(item))];
  }

  /** What has to do with a record, by each of its names. */
  about(thing, typed) {
    const found = new Map();
    this.lexicon.shown(thing);
    this.lexicon.pieces.check();
    const names = [thing.title, ...thing.names];
    for (const stem of names.flatMap(terms)) this.lexicon.needStem(stem);
    for (const name of names) {
      const says = terms(name).map((stem) => ({ typed, stem, ways: [[stem, 1]] }));
      // a name of which little is left, as of “my own carer”, would bring in everything about what is left
      if (says.length > pieces(name).length / 2) this.ask(says, 1, found);
    }
    return found;
  }
}

/** What is told of, `tells`, but the situation that is asked for in just these words where that is another. */
const asTyped = (named, fits, tells) => {
  const so = named.filter(({ record, share }) => record.of === HAPPENED && share === 1 && fits(record));
  return !so.length || so.some(({ record }) => record === tells?.one) ? tells : { one: so[0].record, whole: 1 };
};

/**
 * The subject that the site has nothing on, where nothing but it was typed, or a name of it with a word that no record
 * has.
 */
const notCovered = (named, words, fits) =>
  named.find(
    ({ record, share, from, to }) =>
      record.of === ELSEWHERE &&
      fits(record) &&
      (share === 1 || words.slice(from, to).some((word) => !word.stop && !word.known && !word.starts?.length)),
  )?.record;
