/**
 * Deletes what this site has stored on the device. It describes the data in words by the prefix of each name in
 * storage, so each tool that stores something has an entry here.
 */
import { fetched } from "./fetched.js";
import { changedElsewhere, forgetNames, keptNames, remember } from "./store.js";
import { listed } from "./words.js";

/**
 * For each prefix: what readers call the data, whether it may reveal something about who was here, and whether it is
 * work that took long.
 */
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
export const TOLD = "forget"; // the name in storage under which one tab notifies the others, for a moment
const sortOf = (name) => KEPT.find(({ begins }) => name.startsWith(begins));

/** What is stored, in words: `the sentences you chose and your area`; `nothing` if nothing is. */
export function whatIsKept() {
  const sorts = new Set(keptNames().map(sortOf));
  return listed(KEPT.filter((sort) => sorts.has(sort)).map(({ what }) => what)) || NOTHING;
}

/** Whether work that took long is stored. */
const isWorkKept = () => keptNames().some((name) => sortOf(name).work);

/**
 * Deletes everything, and fires the event `forgotten` on the window, in this tab and in others, for pages that show
 * some of it.
 */
export function forgetAll() {
  forgetHere();
  tellOtherTabs("all");
}

/**
 * Deletes what may reveal something about who was here, and fires the event `left` in this and other tabs. A team's
 * work and the appearance settings stay.
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
  window.name = ""; // may contain words on their way to the search
}

/** Notifies other tabs, because a script cannot delete another tab's sessionStorage. */
function tellOtherTabs(what) {
  remember(TOLD, what);
  remember(TOLD, "");
}

/**
 * Connects the delete buttons of a page, keeps their texts up to date, and deletes this tab's data when another tab
 * deletes its own.
 */
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
      if (box.hidden) box.hidden = "ifAny" in box.dataset && what.textContent === NOTHING; // stays visible after a deletion, to say what was deleted
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
 * The last menu entry, shown if something is stored. It deletes at once or, if there is work that took long, leads to
 * the button at the foot of the page, which explains and asks first.
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

/** Deletes everything, and says what was deleted, or what could not be. */
function deleted() {
  const gone = whatIsKept();
  forgetAll();
  const left = whatIsKept();
  return left === NOTHING ? `Deleted: ${gone}.` : `Your browser did not let us delete ${left}.`;
}
