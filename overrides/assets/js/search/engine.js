/**
 * What the pages of the search ask, and what they are answered: all that is shown of it, and nothing else of the index.
 * No page is needed here, and all that comes in and goes out can be sent from a worker to a page.
 */
import { countFits } from "./facet-counts.js";
import { marked, reasonsFor } from "./matched.js";
import { rest } from "./rest.js";
import { openIndex } from "./source.js";
import { isFor } from "./worth.js";

const WAYS = 4; // other words that may have been meant

export class Engine {
  turn = 0; // how often was asked: what was asked before the last is not answered
  found = []; // what was found last

  /** Opens the index of which `start` is the beginning, in bytes. Gives its edition, and its facets' names. */
  async begin({ start, folder }) {
    const index = await openIndex(start, folder);
    if (!this.index || index.edition !== this.index.edition) this.index = index;
    return { edition: this.index.edition, facets: Object.keys(this.index.facets) };
  }

  /**
   * Answers `q`, with the positions chosen by facet, for the roles chosen `only` or, them first, for all, with the first
   * `most` that were found. `people` are the positions of the roles of those who ask for themselves. Waits `pause`
   * milliseconds before it fetches what it needs. Nothing where something else was asked meanwhile.
   */
  async ask({ q, choice = {}, only = false, people = [], most, pause = 0 }) {
    this.turn += 1;
    const mine = this.turn;
    await rest(); // what is asked right after it takes its place
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
    if (mine > 1) this.index.lexicon.bringDanger(); // a first answer alone costs no more than it has to
    this.found = result.found;
    return result.told;
  }

  /** What is shown of those found last, from one place to another. */
  async more({ from, to }) {
    const some = this.found.slice(from, to);
    await this.index.all(() => {
      for (const { one } of some) this.index.lexicon.shown(one);
    });
    return some.map((item) => this.shown(item));
  }

  /** What the index finds, as far as its pieces are here, and what is told of it. */
  find(q, choice, only, people, most) {
    const { index } = this;
    const facets = Object.keys(choice);
    const roles = choice.role ?? [];
    // Words are answered for every role, those of the reader's role first, unless only these are wanted
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

  /** What a page shows of something found: the record, its title and text with what matched apart, and what it was found by. */
  shown({ one, why }) {
    const met = new Set(why?.terms ?? []);
    const record = {};
    for (const name in one) record[name] = one[name]; // what several records share stands behind them
    const reasons = why ? reasonsFor(one, why, this.index.lexicon) : "";
    return { one: record, title: marked(one.title, met), text: marked(one.text, met), reasons };
  }

  /**
   * What may have been meant: the question with a word of this site in the place of one that is not. `loose` letters more
   * may differ.
   */
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
