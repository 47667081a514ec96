/**
 * Deletes what this site keeps on the device. What is kept is told in words by how its name begins, so each tool that
 * keeps something has a line here.
 */
import { fetched } from "./fetched.js";
import { changedElsewhere, forgetNames, keptNames, remember } from "./store.js";
import { listed } from "./words.js";

/** How the names begin, what a reader calls it, whether it may say something of who was here, and whether it is long work. */
const KEPT = [
  { begins: "my-words", what: "the sentences you chose", tells: true },
  { begins: "my-letter", what: "your letter", tells: true, work: true },
  { begins: "my-answers", what: "your answers to questions", tells: true },
  { begins: "ticks-", what: "your ticks", tells: true },
  { begins: "area", what: "your area", tells: true },
  { begins: "asked", what: "what you searched for", tells: true },
  { begins: "opened-from", what: "which page you came from", tells: true },
  { begins: "evaluation", what: "your self-evaluations", tells: false, work: true },
  { begins: "pack", what: "your packs", tells: false, work: true },
  { begins: "", what: "how pages look and sound, and other choices", tells: false },
];
const NOTHING = "nothing";
export const TOLD = "forget"; // the name under which one tab tells the others, for a moment
const sortOf = (name) => KEPT.find(({ begins }) => name.startsWith(begins));

/** What is kept, in words: `the sentences you chose and your area`; `nothing` where nothing is. */
export function whatIsKept() {
  const sorts = new Set(keptNames().map(sortOf));
  return listed(KEPT.filter((sort) => sorts.has(sort)).map(({ what }) => what)) || NOTHING;
}

/** Whether work that took long is kept. */
const isWorkKept = () => keptNames().some((name) => sortOf(name).work);

/** Deletes all of it. Pages that show some of it, in this tab and in others, hear of it by the event `forgotten` on the window. */
export function forgetAll() {
  forgetHere();
  tellOtherTabs("all");
}

/**
 * Deletes what may say something of who was here, as the page is left: it hears of it by the event `left`, and so do
 * other tabs. A team's work and the look of pages stay.
 */
export function forgetTraces() {
  forgetTracesHere();
  tellOtherTabs("traces");
}

function forgetHere() {
  forget(keptNames());
  document.documentElement.classList.remove("leaving");
  dispatchEvent(new Event("forgotten"));
}

function forgetTracesHere() {
  forget(keptNames().filter((name) => sortOf(name).tells));
  dispatchEvent(new Event("left"));
}

function forget(names) {
  forgetNames(names);
  window.name = ""; // may hold words that were on their way to the search
}

/** What another tab keeps for itself no script of this one can reach: the other tab deletes it when it is told to. */
function tellOtherTabs(what) {
  remember(TOLD, what);
  remember(TOLD, "");
}

/** Makes the buttons of a page delete, keeps what they say up to date, and deletes what this tab keeps when another tab does. */
export function forgetting() {
  changedElsewhere(TOLD, (what) => {
    if (what === "all") forgetHere();
    if (what === "traces") forgetTracesHere();
  });
  for (const entry of document.querySelectorAll("[data-forget-entry]")) offerInMenu(entry);
  for (const box of document.querySelectorAll("[data-forget]")) {
    const [what, now, said] = ["what", "now", "said"].map((name) => box.querySelector(`[data-forget-${name}]`));
    const tell = () => {
      what.textContent = whatIsKept();
      if (box.hidden) box.hidden = "ifAny" in box.dataset && what.textContent === NOTHING; // then it stays, to say what was deleted
    };
    now.addEventListener("click", () => {
      if (isWorkKept())
        fetched(import("./forget-work.js"), ({ askFirst }) => askFirst(now, said, whatIsKept(), deleted));
      else said.textContent = deleted();
    });
    for (const name of ["kept", "storage"]) addEventListener(name, tell);
    tell();
  }
}

/**
 * The last entry of the menu, where something is kept. It deletes at once, but for work that took long: then it leads to
 * the button at the foot, which says beforehand what it deletes, and asks.
 */
function offerInMenu(entry) {
  const [button, said] = [entry.querySelector("button"), entry.querySelector("[role=status]")];
  const tell = () => {
    button.hidden = whatIsKept() === NOTHING;
    entry.hidden = button.hidden && !said.textContent;
  };
  button.addEventListener("click", () => {
    if (isWorkKept()) {
      const now = document.querySelector("footer [data-forget-now]");
      now.scrollIntoView({ block: "center" });
      return now.focus({ preventScroll: true });
    }
    said.textContent = deleted();
    return tell();
  });
  for (const name of ["kept", "storage"]) addEventListener(name, tell);
  tell();
}

/** Deletes all, and says what was deleted, or what could not be. */
function deleted() {
  const gone = whatIsKept();
  forgetAll();
  const left = whatIsKept();
  return left === NOTHING ? `Deleted: ${gone}.` : `Your browser did not let us delete ${left}.`;
}
