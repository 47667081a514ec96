/**
 * On every page: lets the browser keep a copy of the site once the page is at rest, and says so when a page comes from
 * that copy.
 */
import { ROOT } from "../shared/address.js";
import { recall } from "../shared/store.js";

const worker = new URL("sw.js", ROOT).href;
/** What a browser that knows Trusted Types lets us name as a worker: this one, whatever it is asked. */
const trusted = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => worker });

/**
 * Asks the worker to save the parts named or, with none named, what it saves on a visit to the page that is `read`.
 * Fails where the browser keeps no copies or refuses storage; the site works without one.
 */
export async function keep(parts, read) {
  await navigator.serviceWorker.register(trusted ? trusted.createScriptURL("") : worker);
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ save: parts, read });
}

/** Whether the reader asked this device to keep no copy. */
export const unwanted = () => recall("copy") === "no";

/** Why nothing is saved unasked: the device asks to use less data, or says that the connection is a telephone's. */
export function asksFirst() {
  const { saveData, type } = navigator.connection ?? {};
  if (saveData) return "Your device asks sites to use less data";
  return type === "cellular" ? "You are on mobile data" : "";
}

async function begin() {
  const known = await navigator.serviceWorker.getRegistration(ROOT);
  if (unwanted() || (asksFirst() && !known)) return;
  if (asksFirst()) return;
  // A page that may put its reader at risk has a way to leave it, or was opened from one that has: it brings no part
  const read = document.querySelector("[data-leave], .leaving") || note ? undefined : location.href.split(/[?#]/)[0];
  await keep(undefined, read);
  // A worker of a new edition may begin only after this page did
  navigator.serviceWorker.addEventListener("controllerchange", () => keep(undefined, read).catch(() => {}));
}

const note = document.querySelector(".saved");
if (note) setTimeout(() => note.replaceChildren(note.textContent), 500); // a change is what screen readers announce

if (navigator.serviceWorker) {
  const soon = window.requestIdleCallback ?? setTimeout;
  const start = () => soon(() => begin().catch(() => {}));
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
