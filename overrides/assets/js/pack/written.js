/**
 * The title and note that a reader writes on the page, stored as long as the tab is open. They belong to a piece of
 * work, which has an id: its choice may change, and each history entry has the id.
 */
import { recallInTab, rememberInTab } from "../shared/store.js";

const NAME = "pack-written"; // [{work, choice, name, remark}], the latest first
const MOST = 50;
const text = (value) => (typeof value === "string" ? value : "");

function all() {
  try {
    return JSON.parse(recallInTab(NAME)).filter((one) => one && typeof one === "object");
  } catch {
    return [];
  }
}

/** The id of a new piece of work. */
export const begin = () => Date.now();

/** The id of the piece of work of this history entry; undefined if it has none. */
export const workHere = () => history.state?.work;

/**
 * The title and note of the piece of work of this history entry or, failing that, of this choice: `{work, name,
 * remark}`, or null.
 */
export function written(choice) {
  const kept = all();
  const one =
    workHere() === undefined
      ? kept.find((other) => other.choice === choice)
      : kept.find(({ work }) => work === workHere());
  return one ? { work: one.work, name: text(one.name), remark: text(one.remark) } : null;
}

/** Stores the title and note of a piece of work, with its present choice. */
export function noteWritten(work, choice, name, remark) {
  const kept = all();
  const others = kept.filter((one) => one.work !== work);
  if (!name && !remark && others.length === kept.length) return;
  rememberInTab(NAME, JSON.stringify([{ work, choice, name, remark }, ...others].slice(0, MOST)));
}
