/** Decodes the compact formats of the index: integers, and fingerprints of texts. It needs no document. */

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MORE = 32; // a digit from here on says that its number continues
const VALUES = new Uint8Array(128);
for (let value = 0; value < SIGNS.length; value += 1) VALUES[SIGNS.charCodeAt(value)] = value;

/** The numbers encoded in a text. */
export function numbers(text) {
  const found = [];
  let [number, unit] = [0, 1];
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)];
    number += (value % MORE) * unit;
    unit *= MORE;
    if (value >= MORE) continue;
    found.push(number);
    [number, unit] = [0, 1];
  }
  return found;
}

/** Increasing numbers, from their differences. */
export function rising(steps) {
  let last = 0;
  return steps.map((step) => (last += step));
}

/** Numbers of which many are one more than the one before, from their zigzag-encoded differences to that. */
export function running(steps) {
  let next = 0;
  return steps.map((step) => {
    const number = next + (step % 2 ? -(step + 1) / 2 : step / 2);
    next = number + 1;
    return number;
  });
}

/** Sorted texts, from what each has in common with the one before (encoded numbers of characters) and its rest. */
export function unfronted([common, rest]) {
  let before = "";
  const ends = rest.split(" ");
  return numbers(common).map((same, at) => (before = before.slice(0, same) + ends[at]));
}

/** A text's hash: 32 bits of FNV-1a. */
export function hashed(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** A text's hash in six characters. */
export function fingerprint(text) {
  const value = hashed(text);
  return [0, 6, 12, 18, 24, 30].map((shift) => SIGNS[(value >>> shift) & 63]).join("");
}
