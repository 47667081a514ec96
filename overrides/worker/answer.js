/** The response to a request for a file of the site: from the network, or from the offline copy. */
import { inCopy, nameOf, whatIsHeld } from "./copy.js";

const PATIENCE = 3000; // milliseconds until the network must begin a response; after that the copy is used
const OLD = 90; // days after which a copy may be out of date, which the page then says
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

const fromCopy = new Set(); // ids of windows that show a saved page: their stylesheets and scripts must come from the same copy

/** The network's response or, if that fails, is too slow, or is a server error, the copy's. */
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
    network.catch(() => {}); // its errors are no longer handled elsewhere
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

/** The network's response. Rejects with its error, or with undefined after the time limit. */
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

/** The requested file from the copy. A page gets a line that says so and `why`. */
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
 * The page that lists what the copy contains, returned at the requested address, with its links adapted to that
 * address.
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

/** The page with the words inserted before it is shown, so that nothing moves. */
function told(html, words) {
  return html.replace('<main id="main"', `<p class="saved wrap" role="status">${words}</p>\n<main id="main"`);
}

/** A date in the language of the page that will show it. */
function day(date, html) {
  const [, language] = /<html lang="([^"]+)"/.exec(html);
  return new Date(date).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
}

function age(date) {
  return Date.now() - new Date(date) > OLD * 24 * 60 * 60 * 1000 ? " It may be out of date." : "";
}
