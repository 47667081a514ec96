/**
 * The pieces of the index: which of them a question needs, and how they come. No page is needed here.
 *
 * What asks is written as if all were there. It says what it needs, and where it goes on only with that it calls
 * `check`; `gather` runs it, and tells what has to be fetched before it is run again.
 */
const MISSING = Symbol("something has to be fetched first");

export class Pieces {
  /**
   * `get` fetches a piece by its name. `keep` takes each, once: its name and what is in it.
   */
  constructor(get, keep) {
    Object.assign(this, { get, keep, here: new Set(), coming: new Map(), wanted: new Set() });
  }

  /** Keeps a piece that is here. */
  put(name, piece) {
    if (this.here.has(name)) return;
    this.here.add(name);
    this.keep(name, piece);
  }

  /** Says that what follows needs a piece. Gives whether it is here. */
  need(name) {
    const here = this.here.has(name);
    if (!here) this.wanted.add(name);
    return here;
  }

  /** Stops what is running if something that it needs is not here. */
  check() {
    if (this.wanted.size) throw MISSING;
  }

  /** What `ask` gives, in `result`, or the names of the pieces that it needs first, in `missing`. */
  gather(ask) {
    this.wanted.clear();
    try {
      const result = ask();
      this.check();
      return { result, missing: [] };
    } catch (error) {
      if (error !== MISSING) throw error;
      return { missing: [...this.wanted] };
    }
  }

  /** Fetches pieces, side by side. Fails when one does not come; it is asked for again the next time. */
  async load(names) {
    await Promise.all(
      names.map((name) => {
        if (!this.coming.has(name)) {
          const come = async () => {
            try {
              this.put(name, await this.get(name));
            } finally {
              this.coming.delete(name);
            }
          };
          this.coming.set(name, come());
        }
        return this.coming.get(name);
      }),
    );
  }
}
