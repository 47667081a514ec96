/**
 * On every page: registers the service worker when the page is idle, and tells the reader if the page comes from the
 * offline copy.
 */
import { ROOT } from "../shared/address.js";
import { recall } from "../shared/store.js";

const worker = new URL("sw.js", ROOT).href;
/** The policy for the worker's address, in browsers with Trusted Types. It always returns the same address. */
const trusted = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => worker });

/**
 * Asks the worker to save the given parts or, without any, the parts for a visit to the page `read`. Rejects if the
 * browser has no caches or refuses storage; the site works without a copy.
 */
export async function keep(parts, read) {
  await navigator.serviceWorker.register(trusted ? trusted.createScriptURL("") : worker);
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ save: parts, read });
}

/** Whether the reader chose to keep no copy on this device. */
export const unwanted = () => recall("copy") === "no";

/** Why nothing is saved without being asked: the device has data saving on, or reports a mobile connection. */
export function asksFirst() {
  const { saveData, type } = navigator.connection ?? {};
  if (saveData) return "Your device asks sites to use less data";
  return type === "cellular" ? "You are on mobile data" : "";
}

async function begin() {
  if (unwanted() || asksFirst()) return;
  // A page that may put its reader at risk has a quick exit, or was opened from one with it: it saves no part, which
  // could reveal that it was read
  const read = document.querySelector("[data-leave], .leaving") || note ? undefined : location.href.split(/[?#]/)[0];
  await keep(undefined, read);
  // The worker of a new edition may take control only after this page has started
  navigator.serviceWorker.addEventListener("controllerchange", () => keep(undefined, read).catch(() => {}));
}

const note = document.querySelector(".saved");
if (note) setTimeout(() => note.replaceChildren(note.textContent), 500); // the text is set again, because screen readers announce changes

if (navigator.serviceWorker) {
  const soon = window.requestIdleCallback ?? setTimeout;
  const start = () => soon(() => begin().catch(() => {}));
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
