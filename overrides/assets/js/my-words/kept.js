/**
 * Stores the chosen sentences and the letter: in sessionStorage, and on the device until a given day only if the reader
 * asks for it. If the browser refuses storage, they last as long as the page.
 */
import { asideOf, setAside } from "../shared/aside.js";
import { changedElsewhere, recall, recallInTab, remember, rememberInTab } from "../shared/store.js";
import { lettersIn, linesIn } from "./valid.js";

const [LINES, LETTER, UNTIL] = ["my-words", "my-letter", "my-words-until"];
/** The names of the data that a notice about unreadable data is about. */
export const KEPT = [LINES, LETTER];
const READ = { [LINES]: linesIn, [LETTER]: lettersIn };
/** All names under which something is stored, including unreadable data that was set aside. */
const names = () => KEPT.flatMap((name) => [name, ...asideOf(name)]);
const DAY = 24 * 60 * 60 * 1000;

const onPage = new Map(); // what the browser refused to store, by name

/** The last day on which the device stores them, as 2026-12-05; empty if it does not. */
export const until = () => recall(UNTIL) ?? "";

const stored = (name) => (until() ? recall(name) : recallInTab(name));
const put = (name, text) => (until() ? remember : rememberInTab)(name, text);
const read = (name) => onPage.get(name) ?? stored(name);

/** The chosen sentences, `[{ id, words, of }]` in the reader's order, and whether all stored data could be read. */
export const lines = () => linesIn(read(LINES));

/** The letter: `{ id, answers, text, made }`, and whether all stored data could be read. */
export const letter = () => lettersIn(read(LETTER));

/** Changes the sentences as stored now (another tab may have changed them). Returns false if the browser refuses. */
export const changeLines = (change) => write(LINES, change(lines().found));

/** Changes the letter as stored now. */
export const changeLetter = (change) => write(LETTER, { ...letter().found, ...change });

/** Sets unreadable data aside. */
export function setUnreadAside() {
  for (const name of KEPT) if (!READ[name](stored(name)).whole) write(name, READ[name](read(name)).found);
}

/** Sets unreadable data aside before writing, so that no change overwrites it. */
function write(name, value) {
  const text = JSON.stringify(value);
  const readable = READ[name](stored(name)).whole || setAside(name, { inTab: !until() });
  const kept = readable && put(name, text);
  if (kept) onPage.delete(name);
  else onPage.set(name, text);
  dispatchEvent(new Event("my-words"));
  return kept;
}

/** Stores everything on the device for some days, and returns the last day; empty if the browser refuses. */
export function keepFor(days) {
  const texts = names().map((name) => [name, read(name) ?? ""]);
  const earlier = until();
  const last = new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const kept = [[UNTIL, last], ...texts].every(([name, text]) => remember(name, text));
  if (!kept) {
    if (earlier) remember(UNTIL, earlier);
    else for (const name of [UNTIL, ...names()]) remember(name, "");
    return "";
  }
  for (const [name] of texts) rememberInTab(name, "");
  onPage.clear();
  return last;
}

/** Stores everything only as long as this tab is open. */
export function keepInTab() {
  const texts = names().map((name) => [name, read(name) ?? ""]);
  for (const name of [UNTIL, ...names()]) remember(name, "");
  for (const [name, text] of texts) if (!rememberInTab(name, text)) onPage.set(name, text);
}

/** Calls `act` when they change: in this tab, in another one, or because everything was deleted. */
export function onChange(act) {
  addEventListener("my-words", act);
  addEventListener("forgotten", () => {
    onPage.clear();
    act();
  });
  for (const name of [LINES, LETTER, UNTIL]) changedElsewhere(name, act);
}
