/** Decodes records and posting lists of the index. It needs no document. */
import { numbers, rising, running } from "./codes.js";

export const ASKED = 5; // the position of the field with the ways of asking

/**
 * Every record with its data from the start file: its number, its facets, and its kind `of`. Records with the same
 * facets share one object (their prototype).
 */
export function documents({ facets, columns, rows }) {
  const names = Object.keys(columns);
  const values = names.map((name) => columns[name].values.split(" ").map((value) => rising(numbers(value))));
  const at = names.map((name) => numbers(columns[name].at));
  const shared = (at[0] ?? []).map((_, row) => {
    const group = { role: [] };
    for (const [which, name] of names.entries()) group[name] = values[which][at[which][row]];
    [group.linked] = group.linked;
    group.of = facets.kind[group.kind[0]];
    return group;
  });
  return running(numbers(rows)).map((row, id) => Object.assign(Object.create(shared[row]), { id }));
}

/** The records of a stem by field, decoded, and how many numbers were used. */
export function postings(all) {
  const fields = [];
  let at = 0;
  while (fields.length < ASKED) {
    const count = all[at];
    const records = rising(all.slice(at + 1, at + 1 + count));
    const lengths = all.slice(at + 1 + count, at + 1 + 2 * count);
    at += 1 + 2 * count;
    const often = new Array(count).fill(1);
    if (count) {
      let place = 0;
      const more = all[at];
      for (let which = 0; which < more; which += 1) {
        place += all[at + 1 + 2 * which];
        often[place] = all[at + 2 + 2 * which];
      }
      at += 1 + 2 * more;
    }
    fields.push({ records, lengths, often });
  }
  return [fields, at];
}
