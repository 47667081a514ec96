/** What is answered to whoever asks for a file of the site: by the network, or by the copy. */
import { inCopy, nameOf, whatIsHeld } from "./copy.js";

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

/** The network's answer or, where that fails, is slow to begin, or says that the server cannot, the copy's. */
export async function answer(event) {
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
  const note = await whatIsHeld();
  const file = await inCopy(note, name);
  if (file !== undefined) {
    const said = () => `You are reading a copy saved on ${day(note.savedOn, file)}. ${why}${age(note.savedOn)}`;
    return new Response(page ? told(file, said()) : file, { headers });
  }
  return page && (await inCopy(note, `${name}/index.html`)) !== undefined
    ? Response.redirect(`${url.origin}${url.pathname}/${url.search}`)
    : undefined;
}

/**
 * The page that says what the copy holds, under the address that was asked for, with its links made to hold from there.
 */
async function notSaved() {
  const note = await whatIsHeld();
  const page = (await inCopy(note, "offline/index.html"))?.replaceAll(
    '"../',
    `"${new URL(registration.scope).pathname}`,
  );
  if (!page) return undefined;
  const words = `You are offline, and this page is not in the copy saved on ${day(note.savedOn, page)}.`;
  return new Response(told(page, words), { status: 503, headers: { "content-type": TYPES.html } });
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
