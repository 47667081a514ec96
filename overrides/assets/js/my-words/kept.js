/**
 * The sentences that someone chose and the letter they are writing. They are kept for as long as the tab is open and,
 * only where the reader asks for it, on the device until a day. Where the browser refuses, this page still has them.
 */
import { asideOf, setAside } from "../shared/aside.js";
import { changedElsewhere, recall, recallInTab, remember, rememberInTab } from "../shared/store.js";
import { lettersIn, linesIn } from "./valid.js";

const [LINES, LETTER, UNTIL] = ["my-words", "my-letter", "my-words-until"];
/** What a notice of what was set aside is about. */
export const KEPT = [LINES, LETTER];
const READ = { [LINES]: linesIn, [LETTER]: lettersIn };
/** All names of what is kept, and of what was set aside because it could not be read. */
const names = () => KEPT.flatMap((name) => [name, ...asideOf(name)]);
const DAY = 24 * 60 * 60 * 1000;

const onPage = new Map(); // what the browser refused to keep, by name

/** The last day on which the device keeps them, as 2026-12-05; empty where it does not. */
export const until = () => recall(UNTIL) ?? "";

const stored = (name) => (until() ? recall(name) : recallInTab(name));
const put = (name, text) => (until() ? remember : rememberInTab)(name, text);
const read = (name) => onPage.get(name) ?? stored(name);

/** The chosen sentences, `[{ id, words, of }]` in the reader's order, and whether some of what was kept could not be read. */
export const lines = () => linesIn(read(LINES));

/** The letter: `{ id, answers, text, made }`, and whether some of what was kept could not be read. */
export const letter = () => lettersIn(read(LETTER));

/** Changes the sentences as they are now, here or in another tab. False where the browser does not keep them. */
export const changeLines = (change) => write(LINES, change(lines().found));

/** Changes the letter as it is now, here or in another tab. */
export const changeLetter = (change) => write(LETTER, { ...letter().found, ...change });

/** Sets aside what cannot be read. */
export function setUnreadAside() {
  for (const name of KEPT) if (!READ[name](stored(name)).whole) write(name, READ[name](read(name)).found);
}

/** What cannot be read is set aside first, so that no change wipes it. */
function write(name, value) {
  const text = JSON.stringify(value);
  const readable = READ[name](stored(name)).whole || setAside(name, { inTab: !until() });
  const kept = readable && put(name, text);
  if (kept) onPage.delete(name);
  else onPage.set(name, text);
  dispatchEvent(new Event("my-words"));
  return kept;
}

/** Keeps all on the device for some days, and returns the last one; empty where the browser refuses. */
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

/** Keeps all only for as long as this tab is open. */
export function keepInTab() {
  const texts = names().map((name) => [name, read(name) ?? ""]);
  for (const name of [UNTIL, ...names()]) remember(name, "");
  for (const [name, text] of texts) if (!rememberInTab(name, text)) onPage.set(name, text);
}

/** Acts when they change: here, in another tab, or because all was deleted. */
export function onChange(act) {
  addEventListener("my-words", act);
  addEventListener("forgotten", () => {
    onPage.clear();
    act();
  });
  for (const name of [LINES, LETTER, UNTIL]) changedElsewhere(name, act);
}
