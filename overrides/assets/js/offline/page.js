/**
 * The page about reading without a connection: says what this device holds, and lets the reader save it now or remove
 * it.
 */
import { ROOT } from "../shared/address.js";
import { remember } from "../shared/store.js";
import { day } from "../shared/words.js";
import { asksFirst, keep, unwanted } from "./register.js";

const said = document.querySelector("[data-copy-said]");
const save = document.querySelector("[data-copy-save]");
const remove = document.querySelector("[data-copy-remove]");

/** The saved copies of this site, by the names that the worker gives them; the last one is the newest. */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(`copy of ${ROOT.href} `));
}

async function kept() {
  for (const name of (await names()).reverse()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) return cache.match(request);
  }
  return undefined;
}

async function show() {
  const copy = await kept();
  save.hidden = Boolean(copy);
  remove.hidden = !copy || Boolean(document.querySelector(".saved")); // not while it is all there is to read
  if (!copy) {
    said.textContent = unwanted()
      ? "You chose not to keep a copy on this device."
      : asksFirst()
        ? `${asksFirst()}, so we have saved nothing. You can save a copy now.`
        : "No copy is saved on this device yet.";
    return;
  }
  const size = ((await copy.blob()).size / 1_000_000).toFixed(1);
  const savedOn = day(new Date(copy.headers.get("saved-on")));
  said.textContent = `A copy of the whole site, ${size} MB, was saved on this device on ${savedOn}.`;
}

/** Waits until the copy is there; the worker saves it in the background. Fails after two minutes. */
async function saved() {
  for (let second = 0; second < 120; second += 1) {
    if (await kept()) return;
    await new Promise((go) => setTimeout(go, 1000));
  }
  throw new Error("The copy did not load.");
}

save.addEventListener("click", async () => {
  remember("copy", "");
  said.textContent = "Saving a copy.";
  try {
    await keep();
    await saved();
    await show();
    if (save.hidden) remove.focus();
  } catch {
    said.textContent =
      "The copy could not be saved. Your browser may not allow it, or the connection failed. " +
      "The site works without it.";
  }
});

remove.addEventListener("click", async () => {
  const remembered = remember("copy", "no");
  for (const name of await names()) await caches.delete(name);
  await (await navigator.serviceWorker.getRegistration(ROOT))?.unregister();
  await show();
  save.focus();
  said.textContent = remembered
    ? "Copy removed. This device will not save another until you ask it to."
    : "Copy removed. Your browser cannot remember this, so the next page will save it again.";
});

try {
  if (!navigator.serviceWorker) throw new Error("This browser cannot save a copy.");
  await show();
  if (save.hidden === false && !unwanted() && !asksFirst()) saved().then(show, () => {});
} catch {
  said.textContent = "Your browser does not allow a saved copy. Some browsers do not allow it in a private window.";
}
