/**
 * The title and note that a reader writes on the page, kept for as long as the tab is open. They belong to a piece of
 * work: what is ticked in it may change, and each entry of the history knows its work.
 */
import { recallInTab, rememberInTab } from "../shared/store.js";

const NAME = "pack-written"; // [{work, choice, name, remark}], the last first
const MOST = 50;
const text = (value) => (typeof value === "string" ? value : "");

function all() {
  try {
    return JSON.parse(recallInTab(NAME)).filter((one) => one && typeof one === "object");
  } catch {
    return [];
  }
}

/** A new piece of work. */
export const begin = () => Date.now();

/** The piece of work of this entry of the history; undefined where it has none. */
export const workHere = () => history.state?.work;

/** What was written in the piece of work of this entry, or else for this choice: `{work, name, remark}`, or null. */
export function written(choice) {
  const kept = all();
  const one =
    workHere() === undefined
      ? kept.find((other) => other.choice === choice)
      : kept.find(({ work }) => work === workHere());
  return one ? { work: one.work, name: text(one.name), remark: text(one.remark) } : null;
}

/** Keeps the title and note of a piece of work, and what is ticked in it now. */
export function noteWritten(work, choice, name, remark) {
  const kept = all();
  const others = kept.filter((one) => one.work !== work);
  if (!name && !remark && others.length === kept.length) return;
  rememberInTab(NAME, JSON.stringify([{ work, choice, name, remark }, ...others].slice(0, MOST)));
}
