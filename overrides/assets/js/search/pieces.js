/**
 * The pieces of the index: which of them a query needs, and loading them. It needs no document.
 *
 * Query code is written as if all pieces had loaded. It registers what it needs with `need`, and calls `check` before
 * it uses it. `gather` runs the code, and returns the pieces that must be fetched before it is run again.
 */
const MISSING = Symbol("something has to be fetched first");

export class Pieces {
  /** `get` fetches a piece by name. `keep` is called once for each piece, with its name and content. */
  constructor(get, keep) {
    Object.assign(this, { get, keep, here: new Set(), coming: new Map(), wanted: new Set() });
  }

  /** Stores a piece that has loaded. */
  put(name, piece) {
    if (this.here.has(name)) return;
    this.here.add(name);
    this.keep(name, piece);
  }

  /** Registers that a piece is needed. Returns whether it has loaded. */
  need(name) {
    const here = this.here.has(name);
    if (!here) this.wanted.add(name);
    return here;
  }

  /** Stops the running query if a piece that it needs has not loaded. */
  check() {
    if (this.wanted.size) throw MISSING;
  }

  /** Runs `ask`. Returns its `result`, or in `missing` the names of the pieces that it needs first. */
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

  /** Fetches pieces in parallel. Rejects if one cannot be loaded; the next call tries it again. */
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
