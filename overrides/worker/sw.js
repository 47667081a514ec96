/* Keeps a copy of the site on the device, part by part, and answers from it when the network cannot. The network always
   comes first, so a reader with a connection never sees an old page. Nothing about a reader is sent, and no single page
   is kept for having been read: a device holds parts, each whole, so nobody can find in it which pages somebody read.

   The copy is one cache: the index of an edition, the pieces that it names, whose names change with what is in them, and
   a note of what is whole. The note is written last: a copy of which only half came is never answered from, the one
   before it stays, and what came need not be fetched again. */

const COPY = "%COPY%"; // the index of this edition; empty in a preview, which has no copy
const PREFIX = `copy of ${registration.scope} `; // of the names of all caches of this site
const PARTS = `${PREFIX}in parts`;
const NOTE = "offline/held.json";
const FIRST = "first"; // the part that all others need
const VISIT = 30 * 60 * 1000; // milliseconds after which a reader who opens a page has come again
const PATIENCE = 3000; // milliseconds that the network has to begin an answer, before the copy stands in
const OLD = 90; // days after which a copy is said to be possibly out of date
const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  png: "image/png",
  woff2: "font/woff2",
};

const fromCopy = new Set(); // windows that show a saved page: their styles and scripts come from the same copy
const opened = new Map(); // promises of unpacked files of the copy, kept as long as this worker lives
let working = Promise.resolve(); // one thing saved after another

addEventListener("install", () => {
  skipWaiting();
});

addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

addEventListener("message", (event) => {
  if (!COPY) return undefined;
  const { read, save } = event.data;
  working = working.then(() => keep(save, read));
  return event.waitUntil(working);
});

addEventListener("fetch", (event) => {
  if (COPY && event.request.method === "GET" && event.request.url.startsWith(registration.scope))
    event.respondWith(answer(event));
});

async function takeOver() {
  if (COPY) {
    await caches.delete(`${PREFIX}as read`); // until November 2026 pages were kept for having been read
    return clients.claim();
  }
  for (const name of await ours()) await caches.delete(name);
  return registration.unregister();
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

// --- what is saved

/**
 * Brings what is held up to this edition, and saves the parts that are `asked` for. On a visit none are: then it is the
 * first part, and the part of the page that is `read` where that comes at once, or, when the reader has come again, all
 * of them. Windows are told how far it is and how it ended.
 */
async function keep(asked, read) {
  try {
    const before = await held();
    const again = before && Date.now() - before.begun > VISIT;
    const cache = await caches.open(PARTS);
    const index = (await stored(cache, COPY)) ?? (await fetched(cache, COPY));
    const had = index.parts.filter((part) => part === FIRST || before?.whole || before?.parts.includes(part));
    const soon = read && index.at_once[nameOf(new URL(read)).split("/")[0]];
    const wanted = asked ?? (again ? index.parts : [soon]);
    const more = index.parts.filter((part) => !had.includes(part) && wanted.includes(part));
    if (before?.edition !== COPY || more.length) await save(cache, index, before, had, more);
    await tell({ done: true });
  } catch (error) {
    await tell({ failed: error.why ?? (error.name === "QuotaExceededError" ? "full" : "network") });
  }
}

/** Saves the parts of `had` together, as the copy before stands until all are there, and then each of `more`. */
async function save(cache, index, before, had, more) {
  const pieces = index.pieces.filter(({ part }) => had.includes(part) || more.includes(part));
  const names = {}; // of the files of the site that are in each piece
  for (let last = 0; last <= more.length; last += 1) {
    const parts = [...had, ...more.slice(0, last)];
    for (const { file, part } of pieces.filter((one) => parts.includes(one.part) && !names[one.file])) {
      await tell({ part, share: Object.keys(names).length / pieces.length });
      names[file] = before?.names?.[file] ?? filesIn((await stored(cache, file)) ?? (await fetched(cache, file)));
    }
    const savedOn = new Date();
    const note = { edition: COPY, parts, names, savedOn, begun: before?.begun ?? savedOn.getTime() };
    await cache.put(NOTE, Response.json({ ...note, whole: parts.length === index.parts.length }));
  }
  await clear(cache, [NOTE, COPY, ...Object.keys(names)]);
}

const filesIn = ({ files, binary }) => [...Object.keys(files), ...Object.keys(binary)];

/** Throws away pieces of an edition before and a copy of an earlier form. */
async function clear(cache, files) {
  const addresses = files.map((file) => new URL(file, registration.scope).href);
  for (const { url } of await cache.keys()) if (!addresses.includes(url)) await cache.delete(url);
  for (const name of await ours()) if (name !== PARTS) await caches.delete(name);
}

/** A file of the copy, fetched, made sure to be whole, stored, and unpacked. */
async function fetched(cache, file) {
  const response = await fetch(new URL(file, registration.scope), { priority: "low", cache: "no-store" });
  if (!response.ok) throw Object.assign(new Error(`${file}: ${response.status}`), { why: "server" });
  const blob = await response.blob();
  const unpacked = await unpack(blob);
  await cache.put(file, new Response(blob));
  return unpacked;
}

/** A file of the copy that is stored, unpacked; undefined where there is none. */
async function stored(cache, file) {
  const response = await cache.match(file);
  return response && unpack(await response.blob());
}

/**
 * A host may already have taken off the compression, so the first bytes decide. A file that is cut short does not
 * unpack.
 */
async function unpack(blob) {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = first === 0x1f && second === 0x8b;
  return new Response(packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream()).json();
}

async function tell(copy) {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage({ copy });
}

// --- what is answered

/** The network's answer or, where that fails, is slow to begin, or says that the server cannot, the copy's. */
async function answer(event) {
  const { request, clientId, resultingClientId } = event;
  const page = request.mode === "navigate";
  if (!page && fromCopy.has(clientId)) {
    const kept = await fromTheCopy(request);
    if (kept) return kept;
  }
  const network = fetch(request);
  let why = "The site is not responding.";
  try {
    const response = await soon(network);
    const { status } = response;
    if (status < 500 && status !== 429 && (page || status !== 404)) return response;
  } catch (error) {
    why = error ? "You are offline." : "The connection is slow.";
  }
  const kept = await fromTheCopy(request, why);
  if (kept) {
    if (page) fromCopy.add(resultingClientId);
    network.catch(() => {}); // no longer awaited
    return kept;
  }
  try {
    return await network;
  } catch (error) {
    const apology = page && (await notSaved());
    if (!apology) throw error;
    fromCopy.add(resultingClientId);
    return apology;
  }
}

/** What the network answers. Fails with its error, or with nothing when patience is at its end. */
async function soon(network) {
  let wait;
  const patience = new Promise((_, end) => {
    wait = setTimeout(end, PATIENCE);
  });
  try {
    return await Promise.race([network, patience]);
  } finally {
    clearTimeout(wait);
  }
}

/** The file asked for, out of the copy; a page with a line that says so and `why`. */
async function fromTheCopy(request, why) {
  const url = new URL(request.url);
  const name = nameOf(url);
  const headers = { "content-type": TYPES[name.split(".").pop()] ?? "application/octet-stream" };
  const page = request.mode === "navigate";
  const note = await held();
  const file = await inCopy(note, name);
  if (file !== undefined) {
    const said = () => `You are reading a copy saved on ${day(note.savedOn, file)}. ${why}${age(note.savedOn)}`;
    return new Response(page ? told(file, said()) : file, { headers });
  }
  return page && (await inCopy(note, `${name}/index.html`)) !== undefined
    ? Response.redirect(`${url.origin}${url.pathname}/${url.search}`)
    : undefined;
}

/** The name in the copy of what an address asks for. */
function nameOf({ pathname }) {
  const path = pathname.slice(new URL(registration.scope).pathname.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/**
 * The page that says what the copy holds, under the address that was asked for, with its links made to hold from there.
 */
async function notSaved() {
  const note = await held();
  const page = (await inCopy(note, "offline/index.html"))?.replaceAll(
    '"../',
    `"${new URL(registration.scope).pathname}`,
  );
  if (!page) return undefined;
  const words = `You are offline, and this page is not in the copy saved on ${day(note.savedOn, page)}.`;
  return new Response(told(page, words), { status: 503, headers: { "content-type": TYPES.html } });
}

// --- what is in the copy

/**
 * What is whole on this device; undefined where nothing is. A copy that an earlier edition kept in one file is answered
 * from until there is one in parts.
 */
async function held() {
  const names = await ours();
  const note = names.includes(PARTS) && (await (await caches.open(PARTS)).match(NOTE));
  if (note) return note.json();
  for (const earlier of names.filter((name) => name !== PARTS)) {
    const cache = await caches.open(earlier);
    const [file] = await cache.keys();
    if (file) return { earlier, whole: true, savedOn: (await cache.match(file)).headers.get("saved-on") };
  }
  return undefined;
}

/** A file of the site: its text or bytes; undefined where the copy has none, or the browser threw it away. */
async function inCopy(note, path) {
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
    const piece = await stored(await caches.open(PARTS), file);
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

const indexOf = ({ edition }) => once(edition, async () => stored(await caches.open(PARTS), edition));

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

/** The words stand in the page before it is shown, so that nothing moves when they are said. */
function told(html, words) {
  return html.replace('<main id="main"', `<p class="saved wrap" role="status">${words}</p>\n<main id="main"`);
}

/** A day in the language of the page that is to name it. */
function day(date, html) {
  const [, language] = /<html lang="([^"]+)"/.exec(html);
  return new Date(date).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
}

function age(date) {
  return Date.now() - new Date(date) > OLD * 24 * 60 * 60 * 1000 ? " It may be out of date." : "";
}
