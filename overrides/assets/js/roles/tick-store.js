/** What a tick list keeps on the device: the ticks, a note for each statement, the ticks of the time before, and which statements it is for. */
import { recall, remember } from "../shared/store.js";

const LONGEST = 500; // letters of a note
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const idsOf = (value, known) => (Array.isArray(value) ? value.filter((id) => known.has(id)) : []);

/**
 * `{ticks, notes, last, open, show, left, gone, broken}` as kept under a name: `ticks` a set of ids, `notes` by id, `last`
 * is `{day, ticks}` or null, `show` which statements were chosen, `left` whether only what is not ticked, `gone` how many
 * ticks were for statements that are no longer `known`. An earlier edition kept a list of ids alone.
 */
export function recallTicks(name, known) {
  const none = { ticks: new Set(), notes: {}, last: null, open: false, show: "", left: false, gone: 0, broken: false };
  const kept = recall(name, (earlier) => [...known].some((id) => earlier.includes(`"${id}"`)));
  if (kept === null) return none;
  try {
    const read = JSON.parse(kept);
    const all = Array.isArray(read) ? { ticks: read, open: read.length > 0 } : read;
    if (!isObject(all) || !Array.isArray(all.ticks)) throw new TypeError();
    const ticks = new Set(idsOf(all.ticks, known));
    const notes = isObject(all.notes)
      ? Object.entries(all.notes).filter(([id, note]) => known.has(id) && typeof note === "string" && note)
      : [];
    const last =
      isObject(all.last) && DAY.test(all.last.day)
        ? { day: all.last.day, ticks: new Set(idsOf(all.last.ticks, known)) }
        : null;
    return {
      ...none,
      ticks,
      notes: Object.fromEntries(notes.map(([id, note]) => [id, note.slice(0, LONGEST)])),
      last,
      open: all.open === true,
      show: typeof all.show === "string" ? all.show : "",
      left: all.left === true,
      gone: all.ticks.length - ticks.size,
    };
  } catch {
    return { ...none, broken: true };
  }
}

/** Keeps a list. False where the browser refuses. */
export const keepTicks = (name, { ticks, notes, last, open, show, left }) =>
  remember(
    name,
    JSON.stringify({
      ticks: [...ticks],
      notes,
      last: last && { day: last.day, ticks: [...last.ticks] },
      open,
      show,
      left,
    }),
  );
