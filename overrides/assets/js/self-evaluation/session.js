/**
 * The evaluation that is open in this tab, with autosave. If storage fails, its data stays in the tab, and listeners
 * are told the state.
 */
import { changedElsewhere } from "../shared/store.js";
import { keep, nameOf, now, revisionOf } from "./device.js";

const WAIT = 400; // milliseconds after the last key press

let current = null; // {evaluation, known, waiting, dirty, why, kept}
let heard = () => {};
const listened = new Set();
const held = new Map(); // evaluations that the browser refused to store, as long as the tab is open

/** Registers a listener, which is called with `state()` at each change of it. */
export function onState(act) {
  heard = act;
}

/**
 * The state of the open evaluation: `dirty` while changes are not stored, `kept` the time at which this tab last stored
 * it, and `why` it cannot be changed or stored here: "changed" or "deleted" in another tab, "refused" by the browser,
 * "newer" than this page.
 */
export const state = () => (current ? { dirty: current.dirty, kept: current.kept, why: current.why } : null);

/** The open evaluation, or null. */
export const opened = () => current?.evaluation ?? null;

/** The evaluations that only this tab has, because the browser refused to store them. */
export const onlyHere = () => [...held.values()];

/**
 * Opens a stored evaluation at its `revision`. One that is `newer` than this page is read-only, and one that the
 * browser has `refused` to store stays in this tab.
 */
export function open(evaluation, { newer = false, refused = held.has(evaluation.id) } = {}) {
  close();
  const why = newer ? "newer" : refused ? "refused" : "";
  current = { evaluation, known: evaluation.revision, waiting: 0, dirty: refused, why, kept: null };
  if (refused) held.set(evaluation.id, evaluation);
  if (!listened.has(evaluation.id)) {
    listened.add(evaluation.id);
    changedElsewhere(nameOf(evaluation.id), () => look(evaluation.id));
  }
  heard();
}

/** Closes it, after storing its changes. */
export function close() {
  flush();
  current = null;
}

/** Deletes evaluations that only this tab has. */
export function dropHeld(ids) {
  for (const id of ids) held.delete(id);
}

/** Restores evaluations that only this tab had. */
export function holdAgain(evaluations) {
  for (const one of evaluations) held.set(one.id, one);
}

/** Whether it can be changed in this tab. */
export const writable = () => Boolean(current) && !["changed", "deleted", "newer"].includes(current.why);

/** Changes the open evaluation, and stores it a moment later. Does nothing if it cannot be changed. */
export function change(make) {
  if (!writable()) return;
  current.evaluation = { ...make(current.evaluation), updated: now() };
  current.dirty = true;
  clearTimeout(current.waiting);
  current.waiting = setTimeout(flush, WAIT);
  heard();
}

/** Changes the item about a subject, and sets its time of change. */
export function changeItem(about, make) {
  change((evaluation) => ({
    ...evaluation,
    items: evaluation.items.map((item) => (item.about === about ? { ...make(item), changed: now() } : item)),
  }));
}

/** Stores unsaved changes now. */
export function flush() {
  if (!current?.dirty || !writable()) return;
  clearTimeout(current.waiting);
  look(current.evaluation.id);
  if (!writable()) return;
  const next = { ...current.evaluation, revision: current.known + 1 };
  if (keep(next)) {
    current = { ...current, evaluation: next, known: next.revision, dirty: false, why: "", kept: new Date() };
    held.delete(next.id);
  } else {
    current.why = "refused";
    held.set(next.id, current.evaluation);
  }
  heard();
}

/** Checks whether another tab has changed or deleted the open evaluation (which must have been stored before). */
function look(id) {
  if (current?.evaluation.id !== id || !writable()) return;
  const there = revisionOf(id);
  if (there === current.known || (there === null && current.why === "refused")) return;
  current.why = there === null ? "deleted" : "changed";
  heard();
}

addEventListener("beforeunload", (event) => {
  flush();
  if (held.size) event.preventDefault();
});
addEventListener("pagehide", flush);
document.addEventListener("visibilitychange", flush);
