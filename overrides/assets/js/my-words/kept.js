/**
 * The sentences that someone chose and the letter they are writing. They are kept for as long as the tab is open and,
 * only where the reader asks for it, on the device until a day. Where the browser refuses, this page still has them.
 */
import { changedElsewhere, recall, recallInTab, remember, rememberInTab } from "../shared/store.js";
import { lettersIn, linesIn } from "./valid.js";

const [LINES, LETTER, UNTIL] = ["my-words", "my-letter", "my-words-until"];
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

function write(name, value) {
  const text = JSON.stringify(value);
  const kept = put(name, text);
  if (kept) onPage.delete(name);
  else onPage.set(name, text);
  dispatchEvent(new Event("my-words"));
  return kept;
}

/** Keeps both on the device for some days, and returns the last one; empty where the browser refuses. */
export function keepFor(days) {
  const texts = [LINES, LETTER].map(read);
  const last = new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const kept = [remember(UNTIL, last), remember(LINES, texts[0] ?? ""), remember(LETTER, texts[1] ?? "")].every(
    Boolean,
  );
  if (!kept) {
    for (const name of [UNTIL, LINES, LETTER]) remember(name, "");
    return "";
  }
  for (const name of [LINES, LETTER]) rememberInTab(name, "");
  onPage.clear();
  return last;
}

/** Keeps both only for as long as this tab is open. */
export function keepInTab() {
  const texts = [LINES, LETTER].map(read);
  for (const name of [UNTIL, LINES, LETTER]) remember(name, "");
  for (const [at, name] of [LINES, LETTER].entries())
    if (!rememberInTab(name, texts[at] ?? "")) onPage.set(name, texts[at]);
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
