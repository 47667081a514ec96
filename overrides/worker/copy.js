/** What is in the copy: its files, unpacked and put together from the pieces that hold them. */
import { held, partsOf } from "../assets/js/offline/held.js";

const SCOPE = registration.scope;
const opened = new Map(); // promises of unpacked files of the copy, kept as long as this worker lives

/** What is whole on this device; undefined where nothing is. */
export const whatIsHeld = () => held(SCOPE);

/** The name in the copy of what an address asks for. */
export function nameOf({ pathname }) {
  const path = pathname.slice(new URL(SCOPE).pathname.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** A file of the copy that is stored, unpacked; undefined where there is none. */
export async function stored(cache, file) {
  const response = await cache.match(file);
  return response && unpack(await response.blob());
}

/**
 * A host may already have taken off the compression, so the first bytes decide. A file that is cut short does not
 * unpack.
 */
export async function unpack(blob) {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = first === 0x1f && second === 0x8b;
  return new Response(packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream()).json();
}

/** A file of the site: its text or bytes; undefined where the copy has none, or the browser threw it away. */
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

/** Numbers that are given as how far each is from the one before it. */
function numbers(steps) {
  let number = 0;
  return steps.map((step) => {
    number += step;
    return number;
  });
}

const indexOf = ({ edition }) => once(edition, async () => stored(await caches.open(partsOf(SCOPE)), edition));

/** In a copy of the earlier form lines have no ends. */
async function earlierCopy(note) {
  const cache = await caches.open(note.earlier);
  const copy = await stored(cache, (await cache.keys())[0]);
  return { ...copy, lines: copy.lines.map((line) => `${line}\n`) };
}

/** What `make` promises, made once as long as this worker lives and it does not fail. */
function once(name, make) {
  if (!opened.has(name)) opened.set(name, make());
  const promise = opened.get(name);
  promise.catch(() => opened.delete(name));
  return promise;
}
