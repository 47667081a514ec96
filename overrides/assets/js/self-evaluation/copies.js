/** Copies of evaluations, for keeping two with the same id. */
import { keep, newId, now } from "./device.js";
import { fitted, LONGEST, LONGEST_TITLE, MOST_ITEMS } from "./model.js";
import { open } from "./session.js";

/** A copy with a new id, which says where it comes from. */
export const copyOf = (one) => ({
  ...one,
  id: newId(),
  title: `${one.title || "Without a name"} (copy)`.slice(-LONGEST_TITLE),
  revision: 0,
  log: [...one.log, { on: now(), what: `Copied from the evaluation ${one.id}`.slice(0, LONGEST) }].slice(-MOST_ITEMS),
});

/** Stores a copy of an evaluation and opens it. */
export function keepCopy(index, evaluation) {
  const copy = fitted(copyOf(evaluation), index);
  open(copy, { refused: !keep(copy) });
  location.hash = `e/${copy.id}`;
}
