/**
 * Ranks the records for a query: which are found, in which order, and why. It needs no document, so it is also tested
 * without a page. The build makes the index; this module queries it, with synonyms, misspellings, numbers and roles.
 */
import { numbers, rising } from "./codes.js";
import { MAYBE } from "./danger.js";
import { Lexicon } from "./lexicon.js";
import { withArea, withAsked, withSecond } from "./places.js";
import { Reader, stemMeant } from "./query.js";
import { scores } from "./scores.js";
import { makeMatcher } from "./situation-matcher.js";
import { FIRST, placeOf, SECOND } from "./situation-place.js";
import { asksMeaning, isQuestion, kindsOf, learnSynonyms, ofMe } from "./synonyms.js";
import { bare, learnWords, pieces, terms } from "./tokens.js";
import { wholes } from "./whole.js";
import { EXPLAINS, explainsOnly, OWN_ROLE, worth } from "./worth.js";

const RENAMED = 0.8; // the factor for a record that is found by another name of the thing that was typed
const NEAR = 0.75; // how close to the best result's score the named thing must be to come first
const BESIDE = 0.35; // and how close to come after the best statement and tool for it
const PART = 2; // how steeply the score falls if only some of the words match
// A page that has the typed name itself comes beside the glossary entry for the word
const PLACES = ["pages", "easy_read", "standards", "options", "stages", "contacts"];
const ELSEWHERE = "not_covered"; // the kind of subjects that the site does not cover
const OWN = ["pages", "easy_read"]; // if one of these has exactly the name that is asked for, it comes before the meaning of the word
const CONTACTS = "contacts";
const HAPPENED = "situations";
const LAW = "provisions"; // sections of laws, which have numbers in their titles
const ASIDE = 0.3; // the share of the query that is a way of asking for a situation, which then comes before help that may not be meant
const AS_TYPED = 0.95; // the share that a way of asking and the query have in common if it was typed literally
const AS_ELSEWHERE = 0.24; // or this share is a single way of asking for something that the site does not cover,
const SURER = 0.9; // and is hardly smaller than for anything else
const FEWEST_ASKED = 3; // and it has at least so many words that mean something: “how much money” is no way of asking
const TOLD_OF = 0.3; // how close to a one-word query a situation must be to come before it
const STORY = 7; // from this many words on, a query is a story, even if it mentions a form or the like
const MOST_NAMES = 6; // the most names of things in a query that are also searched for by other words
const SENTENCE = 4; // from this many words on, a query that is exactly a title means only that record
const WELL = 0.4; // the share of the query that a statement or tool must match to come beside the thing that is named
const LIKELY = 0.35; // and how close it must be to the best result beside that thing
const WORTHY = 0.5; // and, where the thing comes last, to the thing itself
const ALL = 0.99; // or the share of a name of that thing
const WHOLE = 3; // how many times its score a record gains if the whole query is one of its ways of asking
const FEW = 3; // a query of fewer words that mentions a form or the like asks for it
const FAINT = 0.25; // a record that matches less than this share of what the best one matches is not a result

/** The index whose start file is `start`. `get` fetches a piece of it by name. */
export function makeIndex(start, get) {
  learnWords(start.words);
  learnSynonyms(start.words);
  return new Index(start, new Lexicon(start, get));
}

class Index extends Reader {
  constructor({ facets, averages, told, areas = "" }, lexicon) {
    super(lexicon);
    const inSentences = rising(numbers(told));
    Object.assign(this, { facets, averages, ...makeMatcher(lexicon, inSentences) });
    this.areas = new Set(rising(numbers(areas)));
    this.askedFor = new Set(inSentences);
  }

  /** The result of `ask` when all pieces that it needs have loaded. Rejects if one cannot be loaded. */
  async all(ask) {
    for (;;) {
      const { result, missing } = this.lexicon.pieces.gather(ask);
      if (!missing.length) return result;
      await this.lexicon.pieces.load(missing);
    }
  }

  /**
   * How clearly the query (parsed as `words`) means danger. A query that is only a thing's name does not, nor do two
   * words of which one asks for a kind of thing: for these, the danger words need not be loaded.
   */
  inDanger(typed, words) {
    if (words.length < FEW && words.some(({ stem }) => kindsOf(stem).length)) return undefined;
    const isName = this.named(words).some(({ share, record }) => share === 1 && record.of !== HAPPENED);
    if (isName) return undefined;
    if (words.length > 1) this.lexicon.needAsking(); // for what the query tells, which is looked up soon
    return this.lexicon.inDanger(typed);
  }

  /**
   * Every record that matches the query and that `fits`, the best first, each with its score and reasons; `all` also
   * has those that do not fit. Records for the chosen `roles` (positions) rank higher, and those only for others lower.
   * `aside` is true if the query may mean danger, but clearly means another situation. `people` are the positions of
   * the roles of people who ask for themselves: if no role is chosen, “I” and “my” raise their statements and easy
   * read.
   */
  find(all, roles = [], fits = () => true, people = []) {
    const typed = bare(all);
    this.lexicon.needTitle(typed); // early, so that it loads together with the other pieces
    const { words, mended } = this.read(typed);
    const danger = this.inDanger(all, words); // early, so that its pieces load together with the others
    const says = words.filter((word) => !word.stop && word.ways.length);
    const named = this.named(words);
    const best = new Map();
    // a name of very common words only is not in the index
    for (const { record, share } of named)
      if (share === 1 && record.of !== ELSEWHERE)
        best.set(record.id, { score: 1, covered: 1, why: { says, terms: [] } });
    if (says.length) this.ask(says, 1, best);
    // Someone who tells what happened does not ask what it is called, unless the query is just that word
    const happens = named.some(({ share, record }) => share === 1 && record.of === HAPPENED);
    const isThing = ({ record: { of }, other }) =>
      ![HAPPENED, ELSEWHERE].includes(of) && !(happens && other && of === EXPLAINS);
    // A query that is exactly a name means that thing; a story is no name
    const isName = named.some((one) => one.share === 1 && isThing(one));
    const sameTitle = this.lexicon.titled(typed);
    const wanted = new Set(says.flatMap((word) => kindsOf(stemMeant(word))));
    const means = asksMeaning(typed) && named.some(({ share, record }) => share === 1 && record.of === EXPLAINS);
    const isTitle = ({ of }) => of !== EXPLAINS || means || !happens;
    const whole = pieces(typed).length < SENTENCE ? [] : sameTitle.filter(isTitle);
    if (means) wanted.add(EXPLAINS);
    const asksFor = wanted.size && pieces(typed).length < STORY;
    const elsewhere = notCovered(named, words, fits);
    // Where someone lives does not tell what happened
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
      if (words.slice(from, to).every((word) => word.stop || title.includes(stemMeant(word)))) continue;
      const instead = title.map((stem) => ({
        typed: words
          .slice(from, to)
          .map((word) => word.typed)
          .join(" "),
        means: record.title,
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
    // A record may have ways of asking of both kinds
    for (const [id, share] of this.shares(typed, rest)) asWhole.set(id, Math.max(share, asWhole.get(id) ?? 0));
    for (const { id } of typedAs) asWhole.set(id, 1);
    const gap = this.gap(asWhole, told && (told.of === HAPPENED ? tells.whole : 1));
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
    const place = told && placeOf(told, tells, { found, asWhole, danger, typed, asks: isQuestion(all), roles, people });
    if (place === undefined) told = undefined;
    const titled = new Set([
      ...named.filter(({ share, other }) => share === 1 && !other).map(({ record }) => record),
      ...sameTitle,
    ]);
    const first = ({ one }) => ((one === told && place === FIRST) || titled.has(one) ? 0 : 1);
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
    // A form that was asked for comes before the thing that it is for, and a page with this name beside it
    const before =
      thing && thing.share < 1 && wanted.size && !wanted.has(thing.record.of)
        ? found.find(({ one, covered }) => wanted.has(one.of) && covered > WELL)
        : undefined;
    const page = found.find(
      ({ one }) => one !== thing?.record && PLACES.includes(one.of) && nameOf.get(one)?.share === 1,
    );
    // The site's own page with this name, or easy read if it is asked for so, comes before the meaning of the word
    const called = page && OWN.includes(page.one.of) && this.askedFor.has(page.one.id);
    const last = thing && explainsOnly(thing.record, thing.share, wanted);
    const near = last ? BESIDE : roles.length ? NEAR / OWN_ROLE : NEAR;
    const ordered =
      thing && !told && !whole.length
        ? this.mix(found, thing.record, typedFor, { before, page, own: called, means, near, last, fits })
        : found;
    const areas = new Set(named.map(({ record }) => record).filter((one) => this.areas.has(one.id)));
    const enough = words.filter((word) => !word.stop && word.ways.length).length >= FEWEST_ASKED;
    const moved = withAsked(
      withSecond(ordered, place === SECOND ? told : undefined),
      (one) => one === gap || (enough && asWhole.get(one.id) > AS_TYPED),
    );
    return {
      found: withArea(moved, areas, wanted.has(CONTACTS)),
      all: [...best.keys()].map((id) => this.documents[id]),
      mended,
      words,
      danger,
      aside: danger === MAYBE && told?.of === HAPPENED && place === FIRST && tells.whole >= ASIDE,
    };
  }

  /**
   * The subject that the site does not cover, if the query is as much like a way of asking for it as for anything else.
   * `told` is the share for the situation or page that is told of.
   */
  gap(asWhole, told = 0) {
    let subject = -1;
    let share = 0;
    let other = told; // the highest value for something that the site has
    for (const [id, part] of asWhole) {
      if (this.documents[id].of !== ELSEWHERE) other = Math.max(other, part);
      else if (part > share) [subject, share] = [id, part];
    }
    return share > AS_ELSEWHERE && share > other * SURER ? this.documents[subject] : undefined;
  }

  /**
   * Adds to `best` the score of every record that contains all of `name`, for these words, if it is higher than the one
   * it has.
   */
  ask(says, share, best, name = []) {
    const weights = says.map((word) => word.ways[0][1] * this.rarity(word.ways[0][0]) * (word.weight ?? 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const stems = says.flatMap((word) => word.ways.map(([stem, weight]) => [stem, weight * (word.weight ?? 1)]));
    for (const [stem] of stems) this.lexicon.needStem(stem);
    this.lexicon.pieces.check();
    const asks = says.map((word) => kindsOf(stemMeant(word)));
    const waysOf = new Map(); // stem -> the words that it stands for, each as its position and the weight of the stem
    for (const [at, { ways }] of says.entries())
      for (const [stem, weight] of ways) waysOf.set(stem, [...(waysOf.get(stem) ?? []), [at, weight]]);
    const met = new Float64Array(says.length);
    const counts = new Map(says.filter((word) => word.counts).map(({ stem }) => [stem, this.lexicon.inTexts(stem)]));
    for (const [id, result] of scores(this.lexicon, this.documents.length, this.averages, stems)) {
      if (!name.every((stem) => result.stems.includes(stem))) continue;
      const is = this.documents[id].of;
      const matched = is === LAW ? result.stems.filter((stem) => counts.get(stem)?.has(id) ?? true) : result.stems;
      if (!matched.length) continue;
      met.fill(0);
      for (const stem of matched) for (const [at, weight] of waysOf.get(stem)) met[at] = Math.max(met[at], weight);
      let covered = 0;
      for (let at = 0; at < met.length; at += 1) covered += (asks[at].includes(is) ? 1 : met[at]) * weights[at];
      covered /= total;
      const score = result.score * (0.05 + covered ** PART) * share;
      if (score > (best.get(id)?.score ?? 0)) best.set(id, { score, covered, why: { says, terms: result.stems } });
    }
  }

  /**
   * Reorders `found` if the query names a thing: the best statement and tool come beside it, because readers also want
   * to know what to do about it. With `last`, the thing comes after them. `before` and `page` are results that come
   * with it, `own` means that the page comes first, and `means` that its meaning is asked for. `near` is how close to
   * the best score it must be.
   */
  mix(found, thing, typed, { before, page, own, means, near, last, fits }) {
    const itself = found.find(({ one }) => one === thing);
    if (!itself || itself.score < found[0].score * near) return found;
    const others = LIKELY * (found.find(({ one }) => one !== thing)?.score ?? 0);
    const least = last ? Math.max(others, WORTHY * itself.score) : others;
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
        found.find((item) => of(item) && (item.covered > WELL || about.get(item.one.id)?.covered > ALL)) ??
        (last ? undefined : standIn())
      );
    };
    const beside = [page, best("actions", "components"), best("resources")];
    // For a single word such as “complaints”, what to do is wanted more than the meaning of the word
    const happened = found.find(
      ({ one, covered, score }) => one.of === HAPPENED && covered > ALL && score > itself.score * TOLD_OF,
    );
    const sooner = thing.of === EXPLAINS && !means ? [own ? page : undefined, page && !own ? undefined : happened] : [];
    const head = [before, ...(last ? [...beside, itself] : [...sooner, itself, ...beside])].filter(Boolean);
    return [...new Set(head), ...found.filter((item) => !head.includes(item))];
  }

  /** The records about a thing, found by each of its names. */
  about(thing, typed) {
    const found = new Map();
    this.lexicon.shown(thing);
    this.lexicon.pieces.check();
    const names = [thing.title, ...thing.names];
    for (const stem of names.flatMap(terms)) this.lexicon.needStem(stem);
    for (const name of names) {
      const says = terms(name).map((stem) => ({ typed, means: name, stem, ways: [[stem, 1]] }));
      // a name of which little remains (“my own gardener”) would find everything about that rest
      if (says.length > pieces(name).length / 2) this.ask(says, 1, found);
    }
    return found;
  }
}

/** The situation that is told of, `tells`; or another one, if the query is exactly its name. */
const asTyped = (named, fits, tells) => {
  const so = named.filter(({ record, share }) => record.of === HAPPENED && share === 1 && fits(record));
  return !so.length || so.some(({ record }) => record === tells?.one) ? tells : { one: so[0].record, whole: 1 };
};

/**
 * The subject that the site does not cover, if the query is only that, or a name of it with a word that no record has.
 */
const notCovered = (named, words, fits) =>
  named.find(
    ({ record, share, from, to }) =>
      record.of === ELSEWHERE &&
      fits(record) &&
      (share === 1 || words.slice(from, to).some((word) => !word.stop && !word.known && !word.starts?.length)),
  )?.record;
