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

/** A text's hash in six characters: 32 bits of FNV-1a. */
export function fingerprint(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return [0, 6, 12, 18, 24, 30].map((shift) => SIGNS[(value >>> shift) & 63]).join("");
}
