/** Reads the offline copy: unpacks its files, and reassembles the site's files from its pieces. */
import { held, partsOf } from "../assets/js/offline/held.js";

const SCOPE = registration.scope;
const opened = new Map(); // promises of unpacked files, kept as long as this worker runs

/** The record of what is complete on this device; undefined if nothing is. */
export const whatIsHeld = () => held(SCOPE);

/** The path in the copy for an address. */
export function nameOf({ pathname }) {
  const path = pathname.slice(new URL(SCOPE).pathname.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** A stored file of the copy, unpacked; undefined if there is none. */
export async function stored(cache, file) {
  const response = await cache.match(file);
  return response && unpack(await response.blob());
}

/** A host may already have removed the compression, so the first bytes decide. A truncated file fails to unpack. */
export async function unpack(blob) {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = first === 0x1f && second === 0x8b;
  return new Response(packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream()).json();
}

/** A file of the site, as text or bytes; undefined if the copy does not have it, or the browser has evicted it. */
export async function inCopy(note, path) {
  try {
    const edition = note.edition && (await indexOf(note)).search;
    const name = edition ? path.replace(`search/${edition}/`, "search/*/") : path;
    const piece = await pieceWith(note, name);
    if (Object.hasOwn(piece.binary, name))
      return Uint8Array.from(atob(piece.binary[name]), (byte) => byte.charCodeAt(0));
    return numbers(piece.files[name])
      .map((number) => piece.lines[number])
      .join("");
  } catch {
    return undefined;
  }
}

/** The piece that a file of the site is in, with all its lines. */
function pieceWith(note, name) {
  if (note.earlier) return once(note.earlier, () => earlierCopy(note));
  const file = Object.keys(note.names).find((one) => note.names[one].includes(name));
  return once(`${note.edition} ${file}`, async () => {
    const { lines, pieces } = await indexOf(note);
    const piece = await stored(await caches.open(partsOf(SCOPE)), file);
    const shared = numbers(pieces.find((one) => one.file === file).shared).values();
    return { ...piece, lines: piece.lines.map((line) => line || lines[shared.next().value]) };
  });
}

/** Increasing numbers, from their differences. */
function numbers(steps) {
  let number = 0;
  return steps.map((step) => {
    number += step;
    return number;
  });
}

const indexOf = ({ edition }) => once(edition, async () => stored(await caches.open(partsOf(SCOPE)), edition));

/** In the earlier format of the copy, lines have no newlines at their ends. */
async function earlierCopy(note) {
  const cache = await caches.open(note.earlier);
  const copy = await stored(cache, (await cache.keys())[0]);
  return { ...copy, lines: copy.lines.map((line) => `${line}\n`) };
}

/** The promise that `make` returns. It is made only once as long as this worker runs, unless it rejects. */
function once(name, make) {
  if (!opened.has(name)) opened.set(name, make());
  const promise = opened.get(name);
  promise.catch(() => opened.delete(name));
  return promise;
}
