/**
 * Parses JSON that may be truncated or damaged: everything before the damage is read, and open lists and objects are
 * closed there. Valid JSON is parsed by JSON.parse, unless it has a key that some browsers misread.
 */
const DEEPEST = 12; // the deepest nesting of lists and objects

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
const WORD = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** A one-character key with an escape: V8 13.6 to 14.6 may confuse it with another key (nodejs/node#63785). */
const MISREAD = /"\\(?:.|u[0-9a-fA-F]{4})"[ \t\r\n]*:/;

class Damaged extends Error {}

/** `{value, whole}`: what could be read (undefined if nothing could), and whether that is everything. */
export function readJson(text) {
  try {
    const value = JSON.parse(text);
    return MISREAD.test(text) ? new Reader(text).read() : { value, whole: true };
  } catch {
    return { ...new Reader(text).read(), whole: false };
  }
}

class Reader {
  constructor(text) {
    this.text = text;
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** `{value, whole}`: the value as far as it can be read. */
  read() {
    const holder = { value: undefined, whole: true };
    try {
      this.value((value) => {
        holder.value = value;
      }, 0);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      holder.whole = false;
    }
    return holder;
  }

  /**
   * Reads a value and passes it to `take`; a list or an object as soon as it opens, so that its content is not lost if
   * the end is missing.
   */
  value(take, depth) {
    const next = this.peek();
    if (next === "{") this.object(take, depth);
    else if (next === "[") this.list(take, depth);
    else if (next === '"') take(this.string());
    else take(this.word());
  }

  object(take, depth) {
    const made = {};
    this.open(take, made, depth);
    if (this.peek() === "}") return this.skip();
    for (;;) {
      if (this.peek() !== '"') throw new Damaged();
      const name = this.string();
      this.expect(":");
      this.value(
        (value) => Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true }),
        depth + 1,
      );
      if (this.peek() === "}") return this.skip();
      this.expect(",");
    }
  }

  list(take, depth) {
    const made = [];
    this.open(take, made, depth);
    if (this.peek() === "]") return this.skip();
    for (;;) {
      const place = made.length;
      this.value((value) => {
        made[place] = value;
      }, depth + 1);
      if (this.peek() === "]") return this.skip();
      this.expect(",");
    }
  }

  open(take, made, depth) {
    if (depth >= DEEPEST) throw new Damaged();
    take(made);
    this.skip();
  }

  /** A number, true, false or null. If it ends where the text ends, it may be truncated. */
  word() {
    const word = this.match(WORD);
    if (this.at === this.text.length) throw new Damaged();
    return JSON.parse(word);
  }

  string() {
    const quoted = this.match(STRING);
    try {
      return JSON.parse(quoted);
    } catch {
      throw new Damaged();
    }
  }

  peek() {
    this.match(SPACE);
    return this.text[this.at];
  }

  expect(sign) {
    if (this.peek() !== sign) throw new Damaged();
    this.skip();
  }

  skip() {
    this.at += 1;
  }

  match(form) {
    form.lastIndex = this.at;
    const found = form.exec(this.text);
    if (!found) throw new Damaged();
    this.at = form.lastIndex;
    return found[0];
  }
}
