/* Keeps one copy of the whole site on the device, and answers from it when the network does not. The network always
   comes first, so a reader with a connection never sees an old page. Nothing about a reader is kept or sent. */

const COPY = "%COPY%"; // the address of the copy; it changes with every edition, and is empty in a preview
const PREFIX = `copy of ${registration.scope} `;
const NAME = PREFIX + COPY;
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
let opened; // a promise of the unpacked copy, kept as long as this worker lives

addEventListener("install", (event) => {
  skipWaiting();
  if (COPY) event.waitUntil(save());
});

addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

addEventListener("message", (event) => {
  if (COPY && event.data === "keep") event.waitUntil(caches.has(NAME).then((kept) => kept || save()));
});

addEventListener("fetch", (event) => {
  if (COPY && event.request.method === "GET" && event.request.url.startsWith(registration.scope))
    event.respondWith(answer(event));
});

/**
 * Fetches the copy, makes sure that it is whole, and only then stores it. A failure leaves the worker and the copy
 * before it in place.
 */
async function save() {
  const response = await fetch(new URL(COPY, registration.scope), { priority: "low" });
  if (!response.ok) throw new Error(`The copy of the site was answered with ${response.status}.`);
  const blob = await response.blob();
  const unpacked = await unpack(blob);
  const cache = await caches.open(NAME);
  await cache.put(COPY, new Response(blob, { headers: { "saved-on": new Date().toISOString() } }));
  opened = Promise.resolve({ ...unpacked, savedOn: new Date() });
}

async function takeOver() {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && (name !== NAME || !COPY)) await caches.delete(name);
  if (COPY) await clients.claim();
  else await registration.unregister();
}

/**
 * A host may already have taken off the compression, so the first bytes decide. A copy that is cut short does not
 * unpack.
 */
async function unpack(blob) {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = first === 0x1f && second === 0x8b;
  return new Response(packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream()).json();
}

/** The copy, or undefined when the browser holds none. */
async function copy() {
  opened ??= (async () => {
    const cache = (await caches.has(NAME)) && (await caches.open(NAME));
    const kept = cache && (await cache.match(COPY));
    return kept && { ...(await unpack(await kept.blob())), savedOn: new Date(kept.headers.get("saved-on")) };
  })();
  try {
    const found = await opened;
    if (!found) opened = undefined;
    return found;
  } catch {
    opened = undefined;
    return undefined;
  }
}

/** The network's answer or, if it fails or is slow to begin, the copy's. */
async function answer(event) {
  const { request, clientId, resultingClientId } = event;
  const page = request.mode === "navigate";
  if (!page && fromCopy.has(clientId)) {
    const kept = await fromTheCopy(request);
    if (kept) return kept;
  }
  const network = fetch(request);
  try {
    return await soon(network);
  } catch (error) {
    const kept = await fromTheCopy(request, error ? "You are offline." : "The connection is slow.");
    if (kept) {
      if (page) fromCopy.add(resultingClientId);
      network.catch(() => {}); // no longer awaited
      return kept;
    }
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

/** The file asked for, out of the copy; a page with a line that says so and ``why``. */
async function fromTheCopy(request, why) {
  const site = await copy();
  if (!site) return undefined;
  const url = new URL(request.url);
  const path = url.pathname.slice(new URL(registration.scope).pathname.length);
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const headers = { "content-type": TYPES[name.split(".").pop()] ?? "application/octet-stream" };
  if (Object.hasOwn(site.binary, name))
    return new Response(
      Uint8Array.from(atob(site.binary[name]), (byte) => byte.charCodeAt(0)),
      { headers },
    );
  const page = request.mode === "navigate";
  if (Object.hasOwn(site.files, name)) {
    const text = read(site, name);
    return new Response(
      page
        ? told(text, `You are reading a copy saved on ${day(site.savedOn, text)}. ${why}${age(site.savedOn)}`)
        : text,
      { headers },
    );
  }
  return page && Object.hasOwn(site.files, `${name}/index.html`)
    ? Response.redirect(`${url.origin}${url.pathname}/${url.search}`)
    : undefined;
}

/**
 * The page that says what the copy holds, under the address that was asked for, with its links made to hold from there.
 */
async function notSaved() {
  const site = await copy();
  if (!site || !Object.hasOwn(site.files, "offline/index.html")) return undefined;
  const page = read(site, "offline/index.html").replaceAll('"../', `"${new URL(registration.scope).pathname}`);
  const words = `You are offline, and this page is not in the copy saved on ${day(site.savedOn, page)}.`;
  return new Response(told(page, words), { status: 503, headers: { "content-type": TYPES.html } });
}

function read(site, name) {
  let number = 0;
  const lines = site.files[name].map((step) => {
    number += step;
    return site.lines[number];
  });
  return lines.join("\n");
}

/** The words stand in the page before it is shown, so that nothing moves when they are said. */
function told(html, words) {
  return html.replace('<main id="main"', `<p class="saved wrap" role="status">${words}</p>\n<main id="main"`);
}

/** A day in the language of the page that is to name it. */
function day(date, html) {
  const [, language] = /<html lang="([^"]+)"/.exec(html);
  return date.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
}

function age(date) {
  return Date.now() - date > OLD * 24 * 60 * 60 * 1000 ? " It may be out of date." : "";
}
