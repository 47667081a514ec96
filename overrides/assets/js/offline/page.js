/**
 * The page about reading offline: shows which parts are on this device, and lets the reader save more parts or delete
 * everything.
 */
import { ROOT } from "../shared/address.js";
import { remember } from "../shared/store.js";
import { day, listed } from "../shared/words.js";
import { copiesOf, held } from "./held.js";
import { asksFirst, keep, unwanted } from "./register.js";

const said = document.querySelector("[data-copy-said]");
const progress = document.querySelector("[data-copy-progress]");
const whole = document.querySelector("[data-copy-save]");
const remove = document.querySelector("[data-copy-remove]");
const parts = [...document.querySelectorAll("[data-copy-part]")];
const titleOf = (part) => part.querySelector("[data-copy-title]").textContent;
const fromCopy = Boolean(document.querySelector(".saved")); // this page came from the copy, so nothing else can be read
const WAIT = 2 * 60 * 1000; // milliseconds without a message from the worker after which the page says that saving has stopped
const FAILED = {
  full: "This device has no room for it. Free up some space, or save a smaller part.",
  network: "The connection failed. Try again when it is better. The download will carry on from where it stopped.",
  server: "The site could not send it. Try again later.",
  stopped:
    "The browser stopped before everything was saved. Try again. The download will carry on from where it stopped.",
  refused: "Your browser may not allow it, or the connection failed. The site works without it.",
};

async function show() {
  const copy = await held(ROOT.href);
  const has = (part) => Boolean(copy?.whole || copy?.parts.includes(part.dataset.copyPart));
  for (const part of parts) {
    part.querySelector("[data-copy-state]").textContent = has(part) ? "Saved." : "Not saved.";
    part.querySelector("button").hidden = fromCopy || has(part);
  }
  whole.hidden = fromCopy || Boolean(copy?.whole);
  remove.hidden = fromCopy || !copy;
  progress.hidden = true;
  said.textContent = sentence(copy, parts.filter(has).map(titleOf));
}

function sentence(copy, titles) {
  const savedOn = copy && day(new Date(copy.savedOn));
  if (copy?.whole) return `The whole site was saved on this device on ${savedOn}.`;
  if (copy) return `Saved on this device on ${savedOn}: ${listed(titles.map((title) => `“${title}”`))}.`;
  if (unwanted()) return "You chose not to keep a copy on this device.";
  if (asksFirst()) return `${asksFirst()}, so we have saved nothing. You can save a copy now.`;
  return "No copy is saved on this device yet.";
}

/** Says that something could not be saved, and what of the copy is there nevertheless. */
async function fail(why) {
  clearTimeout(timer);
  await show();
  said.textContent = `We could not save everything. ${FAILED[why]} ${said.textContent}`;
}

let timer;
let asked; // the button that was pressed

/** Shows the worker's progress: which part it saves, how far it is, and the result. */
navigator.serviceWorker?.addEventListener("message", async ({ data: { copy } }) => {
  clearTimeout(timer);
  if (copy.failed) return asked || copy.failed === "full" ? fail(copy.failed) : show();
  if (copy.done) {
    await show();
    if (asked?.hidden) remove.focus();
    asked = undefined;
    return undefined;
  }
  timer = setTimeout(fail, WAIT, "stopped");
  progress.hidden = false;
  progress.value = copy.share;
  const title = titleOf(parts.find(({ dataset }) => dataset.copyPart === copy.part));
  const words = `Saving “${title}”.`;
  if (said.textContent !== words) said.textContent = words; // announced once for each part, not for each piece
  return undefined;
});

for (const button of [whole, ...parts.map((part) => part.querySelector("button"))])
  button.addEventListener("click", async () => {
    remember("copy", "");
    asked = button;
    said.textContent = "Saving.";
    timer = setTimeout(fail, WAIT, "stopped");
    const part = button.closest("[data-copy-part]");
    await keep((part ? [part] : parts).map(({ dataset }) => dataset.copyPart)).catch(() => fail("refused"));
  });

remove.addEventListener("click", async () => {
  const remembered = remember("copy", "no");
  for (const name of await copiesOf(ROOT.href)) await caches.delete(name);
  await (await navigator.serviceWorker.getRegistration(ROOT))?.unregister();
  await show();
  whole.focus();
  said.textContent = remembered
    ? "Copy removed. This device will not save another until you ask it to."
    : "Copy removed. Your browser cannot remember this, so it will save a copy again when you open another page.";
});

const refuse = () => {
  said.textContent = "Your browser does not allow a saved copy. Some browsers do not allow it in a private window.";
};
if (navigator.serviceWorker) show().catch(refuse);
else refuse();
