/**
 * Deletes what this site keeps on the device. What is kept is told in words by how its name begins, so each tool that
 * keeps something has a line here.
 */
import { ROOT } from "./address.js";
import { forgetNames, keptNames } from "./store.js";
import { listed } from "./words.js";

/** How the names begin, what a reader calls it, and whether it may say something of who was here. */
const KEPT = [
  { begins: "my-words", what: "the sentences you chose", tells: true },
  { begins: "my-letter", what: "your letter", tells: true },
  { begins: "my-answers", what: "your answers to questions", tells: true },
  { begins: "ticks-", what: "your ticks", tells: true },
  { begins: "area", what: "your area", tells: true },
  { begins: "asked", what: "what you searched for", tells: true },
  { begins: "opened-from", what: "which page you came from", tells: true },
  { begins: "evaluation", what: "your self-evaluations", tells: false },
  { begins: "pack", what: "your packs", tells: false },
  { begins: "", what: "how pages look and sound, and other choices", tells: false },
];
const READ = `copy of ${ROOT.href} as read`; // the worker names it so
const NOTHING = "nothing";
let pagesRead = false; // whether pages are kept because they were read
const sortOf = (name) => KEPT.find(({ begins }) => name.startsWith(begins));

/** What is kept, in words: `the sentences you chose and your area`; `nothing` where nothing is. */
export function whatIsKept() {
  const sorts = new Set(keptNames().map(sortOf));
  const kept = KEPT.filter((sort) => sorts.has(sort)).map(({ what }) => what);
  return listed(pagesRead ? [...kept, "copies of pages you read"] : kept) || NOTHING;
}

/** Deletes all of it. Pages that show some of it hear of it by the event `forgotten` on the window. */
export function forgetAll() {
  forget(keptNames());
  document.documentElement.classList.remove("leaving");
  dispatchEvent(new Event("forgotten"));
}

/**
 * Deletes what may say something of who was here, as the page is left: it hears of it by the event `left`. A team's work
 * and the look of pages stay.
 */
export function forgetTraces() {
  forget(keptNames().filter((name) => sortOf(name).tells));
  dispatchEvent(new Event("left"));
}

function forget(names) {
  forgetNames(names);
  window.name = ""; // may hold words that were on their way to the search
  forgetRead();
}

/** Deletes the pages that were read here, which the worker keeps for reading offline until it holds the whole site. */
function forgetRead() {
  pagesRead = false;
  navigator.serviceWorker?.controller?.postMessage({ forget: true }); // it may just be keeping one
  globalThis.caches?.delete(READ).catch(() => {});
}

/** Makes the buttons of a page delete, and keeps what they say up to date. */
export function offerToForget() {
  for (const box of document.querySelectorAll("[data-forget]")) {
    const [what, now, said] = ["what", "now", "said"].map((name) => box.querySelector(`[data-forget-${name}]`));
    const tell = () => {
      what.textContent = whatIsKept();
      if (box.hidden) box.hidden = "ifAny" in box.dataset && what.textContent === NOTHING; // then it stays, to say what was deleted
    };
    now.addEventListener("click", () => {
      const gone = whatIsKept();
      forgetAll();
      const left = whatIsKept();
      said.textContent = left === NOTHING ? `Deleted: ${gone}.` : `Your browser did not let us delete ${left}.`;
    });
    for (const name of ["kept", "read", "storage"]) addEventListener(name, tell);
    tell();
  }
  globalThis.caches
    ?.has(READ)
    .then((has) => {
      pagesRead = has;
      if (has) dispatchEvent(new Event("read"));
    })
    .catch(() => {}); // a browser that refuses copies has none
}
