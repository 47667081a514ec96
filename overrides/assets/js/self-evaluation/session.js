/**
 * The evaluation that is open in this tab, and its autosave. Whatever happens to the device's storage, what was written
 * stays in the tab, and `tell` hears how it stands.
 */
import { changedElsewhere } from "../shared/store.js";
import { keep, nameOf, now, revisionOf } from "./device.js";

const WAIT = 400; // milliseconds after the last stroke

let current = null; // {evaluation, known, waiting, dirty, why, kept}
let heard = () => {};
const listened = new Set();
const held = new Map(); // those that the browser would not keep, for as long as the tab is open

/** Who hears how the open evaluation stands: `state()` below, at each change of it. */
export function onState(act) {
  heard = act;
}

/**
 * How the open evaluation stands: `dirty` while something is not kept yet, `kept` the moment at which it was last kept
 * from this tab, and `why` it cannot be changed or kept here: "changed" or "deleted" in another tab, "refused" by the
 * browser, "newer" than this page.
 */
export const state = () => (current ? { dirty: current.dirty, kept: current.kept, why: current.why } : null);

/** The evaluation that is open, or null. */
export const opened = () => current?.evaluation ?? null;

/** Those that only this tab has, because the browser would not keep them. */
export const onlyHere = () => [...held.values()];

/**
 * Opens an evaluation that the device keeps with its `revision`. One that is `newer` than this page is only shown, and
 * one that the browser has `refused` to keep stays in this tab.
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

/** Closes it. What was written is kept first. */
export function close() {
  flush();
  current = null;
}

/** Forgets what only this tab has. */
export function dropHeld(ids) {
  for (const id of ids) held.delete(id);
}

/** Keeps in this tab what only it had. */
export function holdAgain(evaluations) {
  for (const one of evaluations) held.set(one.id, one);
}

/** Whether it may be changed in this tab. */
export const writable = () => Boolean(current) && !["changed", "deleted", "newer"].includes(current.why);

/** Changes the open evaluation, and keeps it a moment later. Does nothing where it may not be changed. */
export function change(make) {
  if (!writable()) return;
  current.evaluation = { ...make(current.evaluation), updated: now() };
  current.dirty = true;
  clearTimeout(current.waiting);
  current.waiting = setTimeout(flush, WAIT);
  heard();
}

/** Changes the item about something; notes when. */
export function changeItem(about, make) {
  change((evaluation) => ({
    ...evaluation,
    items: evaluation.items.map((item) => (item.about === about ? { ...make(item), changed: now() } : item)),
  }));
}

/** Keeps what is not kept yet. */
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

/** Looks whether another tab has changed or deleted what is open here. One that was never kept cannot be. */
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
