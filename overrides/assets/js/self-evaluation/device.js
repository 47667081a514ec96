/**
 * Evaluations as the device keeps them: each under its own name, so that one that is damaged harms no other. What the
 * browser refuses is told to whoever asks, and nothing here shows anything.
 */
import { keptNames, recall, remember } from "../shared/store.js";
import { readFile } from "./read-file.js";

const PREFIX = "evaluation-";
const FILES = "evaluations-saved"; // when each was last saved as a file, and which revision

export const nameOf = (id) => `${PREFIX}${id}`;

/** An id that no other evaluation has: nothing in it says anything of anybody. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join("");

/** The moment now, as files write it. */
export const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

/** Today where the reader is, as 2026-11-28. */
export function today() {
  const date = new Date();
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Everything kept: `{id, text, evaluation, problems, damaged}` each, the last changed first. */
export function keptEvaluations(index) {
  return keptNames()
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => keptUnder(name.slice(PREFIX.length), index))
    .filter(Boolean)
    .sort((a, b) => ((a.evaluation?.updated ?? "") < (b.evaluation?.updated ?? "") ? 1 : -1));
}

/** What is kept under an id; null where nothing is. A `damaged` one could be read in part or not at all. */
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

/** The revision kept under an id; null where nothing is kept. Reads no more of it than it must. */
export function revisionOf(id) {
  const text = recall(nameOf(id));
  if (text === null) return null;
  try {
    return JSON.parse(text).revision ?? 0;
  } catch {
    return Number.NaN;
  }
}

/** Keeps an evaluation as it stands. False where the browser refuses or has no room. */
export const keep = (evaluation) => remember(nameOf(evaluation.id), JSON.stringify(evaluation));

/** Deletes evaluations and what is known of their files. What they were is `{texts, files}`, for `putBack`. */
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

/** Puts back what was deleted, letter by letter, unless it has come back from a file since. Those that the browser did not take are returned as they were given. */
export function putBack({ texts, files }) {
  const left = texts.filter(([id, text]) => recall(nameOf(id)) === null && !remember(nameOf(id), text));
  writeFiles({ ...files, ...filesSaved() });
  return left;
}

/** When an evaluation was last saved as a file, and its revision then: `{on, revision}`, or null. */
export const fileOf = (id) => filesSaved()[id] ?? null;

/** Whether a file holds an evaluation as it stands now. */
export const isInFile = ({ id, revision }) => fileOf(id)?.revision === revision;

/** What is said of its file before an evaluation is deleted. */
export const fileWords = (one) =>
  isInFile(one)
    ? "This does not delete the file that you saved."
    : fileOf(one.id)
      ? "It has changed since you saved it as a file."
      : "It is not saved as a file.";

/** Notes that an evaluation has just been saved as a file, or came from one. */
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
