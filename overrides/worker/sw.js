/* Keeps a copy of the site on the device, part by part, and answers from it when the network cannot. The network always
   comes first, so a reader with a connection never sees an old page. Nothing about a reader is sent, and no single page
   is kept for having been read: a device holds parts, each whole, so nobody can find in it which pages somebody read.

   The copy is one cache: the index of an edition, the pieces that it names, whose names change with what is in them, and
   a note of what is whole. The note is written last: a copy of which only half came is never answered from, the one
   before it stays, and what came need not be fetched again. */
import { copiesOf } from "../assets/js/offline/held.js";
import { answer } from "./answer.js";
import { keep } from "./save.js";

const COPY = "%COPY%"; // the index of this edition; empty in a preview, which has no copy

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
  working = working.then(() => keep(COPY, save, read));
  event.waitUntil(claimAll());
  return event.waitUntil(working);
});

addEventListener("fetch", (event) => {
  if (COPY && event.request.method === "GET" && event.request.url.startsWith(registration.scope))
    event.respondWith(answer(event));
});

async function takeOver() {
  if (COPY) {
    await caches.delete(`copy of ${registration.scope} as read`); // until November 2026 pages were kept for having been read
    return claimAll();
  }
  for (const name of await copiesOf(registration.scope)) await caches.delete(name);
  return registration.unregister();
}

/**
 * Answers from now on for every window of the site. A page that was on its way when this worker began is no window yet,
 * so it has to ask: else nothing it asks for after its connection fails would come from the copy. A worker that another
 * has taken the place of may not.
 */
async function claimAll() {
  await clients.claim().catch(() => {});
}
