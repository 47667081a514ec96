/* The service worker. It saves a copy of the site on the device, part by part, and answers from it when the network cannot. The network always comes first,
   so that a reader with a connection never sees an old page. No data about a reader is sent, and no single page is stored because it was read: the device
   has complete parts, so nobody can find out from them which pages were read.

   The copy is one cache: the index of an edition; the pieces that it names, whose names contain a hash; and a record of what is complete. The record is
   written last: an incomplete copy is never used, the earlier one stays, and files that have arrived need not be fetched again. */
import { copiesOf } from "../assets/js/offline/held.js";
import { answer } from "./answer.js";
import { keep } from "./save.js";

const COPY = "%COPY%"; // the path of this edition's index; empty in a preview, which has no copy

let working = Promise.resolve(); // a promise chain, so that only one save runs at a time

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
    await caches.delete(`copy of ${registration.scope} as read`); // until November 2026, pages were stored when they were read
    return claimAll();
  }
  for (const name of await copiesOf(registration.scope)) await caches.delete(name);
  return registration.unregister();
}

/**
 * Takes control of every window of the site. A page that was still loading when this worker started is not yet a
 * window, so it has to ask; otherwise its requests would not get answers from the copy when its connection fails. A
 * worker that has been replaced may not take control.
 */
async function claimAll() {
  await clients.claim().catch(() => {});
}
