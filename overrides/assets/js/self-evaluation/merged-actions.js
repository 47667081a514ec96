/** The planned actions of several evaluations in one list. */
import { actionsOf } from "./model.js";

/**
 * Every action by date, with the ids of its `files`. If several files have the same action, the version changed last
 * counts, and the rest are in `others`. Actions with different ids stay separate.
 */
export function mergedActions(columns) {
  const found = new Map();
  for (const evaluation of columns) {
    for (const action of actionsOf(evaluation)) {
      const key = evaluation.sheet === "statements" ? `${evaluation.id} ${action.id}` : `${action.about} ${action.id}`;
      if (!found.has(key)) found.set(key, []);
      found.get(key).push({ file: evaluation.id, action });
    }
  }
  const merged = [...found.values()].map((versions) => {
    const [latest, ...rest] = versions.sort(lastFirst);
    const text = JSON.stringify(latest.action);
    return {
      ...latest.action,
      files: [...new Set(versions.map(({ file }) => file))].sort(), // a file can have two versions
      others: rest.filter(({ action }) => JSON.stringify(action) !== text).map(({ action }) => action),
    };
  });
  return merged.sort(
    (a, b) =>
      compare(a.by || "9", b.by || "9") ||
      compare(a.about, b.about) ||
      compare(a.id, b.id) ||
      compare(a.files[0], b.files[0]),
  );
}

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const lastFirst = (a, b) =>
  compare(b.action.changed ?? "", a.action.changed ?? "") ||
  compare(JSON.stringify(b.action), JSON.stringify(a.action)) ||
  compare(a.file, b.file);
