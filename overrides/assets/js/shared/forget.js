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
const NOTHING = "nothing";
const sortOf = (name) => KEPT.find(({ begins }) => name.startsWith(begins));

/** What is kept, in words: `the sentences you chose and your area`; `nothing` where nothing is. */
export function whatIsKept() {
  const sorts = new Set(keptNames().map(sortOf));
  return listed(KEPT.filter((sort) => sorts.has(sort)).map(({ what }) => what)) || NOTHING;
}

/** Deletes all of it. Pages that show some of it hear of it by the event `forgotten` on the window. */
export function forgetAll() {
  forgetNames(keptNames());
  forgetRead();
  document.documentElement.classList.remove("leaving");
  dispatchEvent(new Event("forgotten"));
}

/** Deletes what may say something of who was here. A team's work and the look of pages stay. */
export function forgetTraces() {
  forgetNames(keptNames().filter((name) => sortOf(name).tells));
  forgetRead();
}

/** Deletes the pages that were read here, which the worker keeps for reading offline until it holds the whole site. */
function forgetRead() {
  globalThis.caches?.delete(`copy of ${ROOT.href} as read`).catch(() => {});
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
    for (const name of ["kept", "storage"]) addEventListener(name, tell);
    tell();
  }
}
