/**
 * Evaluations in the device's storage, each under its own name, so that a damaged one does not affect others. If the
 * browser refuses, the functions say so to their caller; nothing here touches the page.
 */
import { keptNames, recall, remember } from "../shared/store.js";
import { readFile } from "./read-file.js";

const PREFIX = "evaluation-";
const FILES = "evaluations-saved"; // for each, when it was last saved as a file, and the revision

export const nameOf = (id) => `${PREFIX}${id}`;

/** A new random id, which reveals nothing about anybody. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join("");

/** The current time in the format of files. */
export const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

/** Today in the reader's time zone, as 2026-11-28. */
export function today() {
  const date = new Date();
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** All stored evaluations: `{id, text, evaluation, problems, damaged}` each, the last changed first. */
export function keptEvaluations(index) {
  return keptNames()
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => keptUnder(name.slice(PREFIX.length), index))
    .filter(Boolean)
    .sort((a, b) => ((a.evaluation?.updated ?? "") < (b.evaluation?.updated ?? "") ? 1 : -1));
}

/**
 * The evaluation stored under an id; null if there is none. A `damaged` one could only be read in part, or not at all.
 */
export function keptUnder(id, index) {
  const text = recall(nameOf(id));
  if (text === null) return null;
  const { evaluation, problems, newer, whole } = readFile(text, index);
  const own = evaluation?.id === id;
  return {
    id,
    text,
    evaluation,
    problems,
    newer,
    damaged: !evaluation || !whole || !own || (problems.length > 0 && !newer),
  };
}

/** The revision stored under an id; null if there is none. It parses as little as possible. */
export function revisionOf(id) {
  const text = recall(nameOf(id));
  if (text === null) return null;
  try {
    return JSON.parse(text).revision ?? 0;
  } catch {
    return Number.NaN;
  }
}

/** Stores an evaluation. Returns false if the browser refuses or has no space left. */
export const keep = (evaluation) => remember(nameOf(evaluation.id), JSON.stringify(evaluation));

/** Deletes evaluations and the data about their files. Returns `{texts, files}`, which `putBack` restores. */
export function deleteEvaluations(ids) {
  const texts = ids.map((id) => [id, recall(nameOf(id))]).filter(([, text]) => text !== null);
  const files = filesSaved();
  const known = Object.fromEntries(ids.filter((id) => files[id]).map((id) => [id, files[id]]));
  for (const id of ids) {
    remember(nameOf(id), "");
    delete files[id];
  }
  writeFiles(files);
  return { texts, files: known };
}

/**
 * Restores what was deleted, unchanged, except what has since been opened from a file. Returns what the browser
 * refused, in the same form.
 */
export function putBack({ texts, files }) {
  const left = texts.filter(([id, text]) => recall(nameOf(id)) === null && !remember(nameOf(id), text));
  writeFiles({ ...files, ...filesSaved() });
  return left;
}

/** When an evaluation was last saved as a file, and its revision then: `{on, revision}`, or null. */
export const fileOf = (id) => filesSaved()[id] ?? null;

/** Whether a file has the current revision of an evaluation. */
export const isInFile = ({ id, revision }) => fileOf(id)?.revision === revision;

/** What the question before a deletion says about its file. */
export const fileWords = (one) =>
  isInFile(one)
    ? "This does not delete the file that you saved."
    : fileOf(one.id)
      ? "It has changed since you saved it as a file."
      : "It is not saved as a file.";

/** Records that an evaluation has just been saved as a file, or opened from one. */
export function noteFile({ id, revision }) {
  writeFiles({ ...filesSaved(), [id]: { on: now(), revision } });
}

const writeFiles = (files) => remember(FILES, Object.keys(files).length ? JSON.stringify(files) : "");

function filesSaved() {
  try {
    const files = JSON.parse(recall(FILES) ?? "{}");
    return files && typeof files === "object" && !Array.isArray(files) ? files : {};
  } catch {
    return {};
  }
}
