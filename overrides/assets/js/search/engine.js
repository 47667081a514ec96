/**
 * The interface of the search for its pages: queries and results, with everything that is shown and nothing else of the
 * index. It needs no document, and all arguments and results can be posted between a worker and a page.
 */
import { countFits } from "./facet-counts.js";
import { marked, reasonsFor } from "./matched.js";
import { rest } from "./rest.js";
import { openIndex } from "./source.js";
import { isFor } from "./worth.js";

const WAYS = 4; // the most suggestions of other words

export class Engine {
  turn = 0; // counts the queries, to drop the results of earlier ones
  found = []; // the records found last

  /** Opens the index whose start file is `start` (bytes). Returns its edition and the names of its facets. */
  async begin({ start, folder }) {
    const index = await openIndex(start, folder);
    if (!this.index || index.edition !== this.index.edition) this.index = index;
    return { edition: this.index.edition, facets: Object.keys(this.index.facets) };
  }

  /**
   * Answers `q` with the chosen positions by facet, and returns the first `most` results. Chosen roles come first or,
   * with `only`, are the only ones. `people` are the positions of the roles of people who ask for themselves. Waits
   * `pause` milliseconds before it fetches pieces. Undefined if another query came meanwhile.
   */
  async ask({ q, choice = {}, only = false, people = [], most, pause = 0 }) {
    this.turn += 1;
    const mine = this.turn;
    await rest(); // lets a query that follows at once replace this one
    const isLast = () => mine === this.turn;
    if (!isLast()) return undefined;
    const find = () => this.find(q, choice, only, people, most);
    let { result, missing } = this.index.lexicon.pieces.gather(find);
    if (missing.length) {
      if (pause) await rest(pause);
      if (!isLast()) return undefined;
      result = await this.index.all(find);
      if (!isLast()) return undefined;
    }
    if (mine > 1) this.index.lexicon.bringDanger(); // not for the first query, which should load as little as possible
    this.found = result.found;
    return result.told;
  }

  /** The display data of the records found last, between two positions. */
  async more({ from, to }) {
    const some = this.found.slice(from, to);
    await this.index.all(() => {
      for (const { one } of some) this.index.lexicon.shown(one);
    });
    return some.map((item) => this.shown(item));
  }

  /** The results from the pieces that have loaded, with their counts. */
  find(q, choice, only, people, most) {
    const { index } = this;
    const facets = Object.keys(choice);
    const roles = choice.role ?? [];
    // Results are for every role, those of the reader's role first, unless only these are wanted
    const meets = (one, facet) =>
      !choice[facet].length ||
      (facet === "role" && (!only || !one.role.length)) ||
      one[facet].some((at) => choice[facet].includes(at));
    const fits = (one) => facets.every((facet) => meets(one, facet));
    const any = facets.some((facet) => choice[facet].length);
    const { found, all, mended, words, danger, aside } = q
      ? index.find(q, roles, fits, people)
      : { found: any ? index.documents.filter(fits).map((one) => ({ one })) : [], all: index.documents, mended: [] };
    const first = found.slice(0, most);
    for (const { one } of first) index.lexicon.shown(one);
    const near = q ? this.nearest(q, words, found.length ? 0 : 1) : [];
    index.lexicon.pieces.check();
    const isOther = (one) => one.role.length && !isFor(one, roles);
    const meetsRest = (one) => facets.every((facet) => facet === "role" || meets(one, facet));
    const told = {
      shown: first.map((item) => this.shown(item)),
      mended,
      near,
      danger: danger > 0,
      aside: aside === true,
      counts: countFits(facets, all, meets),
      number: found.length,
      own: found.filter(({ one }) => isFor(one, roles)).length,
      everyone: found.filter(({ one }) => !one.role.length).length,
      others: roles.length ? all.filter((one) => isOther(one) && meetsRest(one)).length : 0,
      unfiltered: all.length,
    };
    return { found, told };
  }

  /**
   * The display data of a result: the record, its title and text with the matches apart, and the words by which it was
   * found.
   */
  shown({ one, why }) {
    const met = new Set(why?.terms ?? []);
    const record = {};
    for (const name in one) record[name] = one[name]; // also copies what is on the prototype, which several records share
    const reasons = why ? reasonsFor(one, why, this.index.lexicon) : "";
    return { one: record, title: marked(one.title, met), text: marked(one.text, met), reasons };
  }

  /** Suggestions: the query with an unknown word replaced by a word of the site. `loose` more letters may differ. */
  nearest(q, words, loose) {
    const ways = [];
    const unknown = words.filter(
      (one) => !one.stop && !one.common && !one.known && !one.starts.length && (loose || !one.ways.length),
    );
    for (const word of unknown) {
      const near = this.index.meant(word.word, loose).filter((one) => loose || one.word[0] === word.word[0]);
      for (const { word: meant } of near.slice(0, loose ? 3 : 2)) {
        const other = q.toLowerCase().replace(word.typed, meant);
        if (other !== q.toLowerCase() && ways.length < WAYS) ways.push(other);
      }
    }
    return ways;
  }
}
