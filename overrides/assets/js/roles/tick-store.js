/**
 * The stored data of a tick list: the ticks, a note for each statement, the previous ticks, and which statements it
 * covers.
 */
import { setAside } from "../shared/aside.js";
import { recall, remember } from "../shared/store.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `{list, whole}` from a stored text. `list` is `{ticks, notes, last, open, show, left}`: `ticks` a set of ids, `notes`
 * by id, `last` is `{day, ticks}` or null, `show` the choice of statements, `left` whether only unticked ones are
 * shown. `whole` is false if part of it could not be read. An earlier edition stored only an array of ids.
 */
function listIn(text) {
  const list = { ticks: new Set(), notes: {}, last: null, open: false, show: "", left: false };
  if (text === null) return { list, whole: true };
  try {
    const read = JSON.parse(text);
    const {
      ticks,
      notes = {},
      last = null,
      open,
      show,
      left,
    } = Array.isArray(read) ? { ticks: read, open: read.length > 0 } : read;
    if (Array.isArray(ticks)) list.ticks = new Set(ticks);
    const all = isObject(notes) ? Object.entries(notes) : [];
    const texts = all.filter(([, note]) => typeof note === "string");
    list.notes = Object.fromEntries(texts);
    if (isObject(last) && DAY.test(last.day) && Array.isArray(last.ticks))
      list.last = { day: last.day, ticks: new Set(last.ticks) };
    Object.assign(list, { open: open === true, show: typeof show === "string" ? show : "", left: left === true });
    const lost = !Array.isArray(ticks) || !isObject(notes) || texts.length < all.length || (last && !list.last);
    return { list, whole: !lost };
  } catch {
    return { list, whole: false };
  }
}

/**
 * The list stored under a name. `known` are the ids of the page's statements; ticks and notes of other statements are
 * kept. Each change is applied to the data as stored at that moment, so that two tabs do not undo each other's changes.
 * Changes that the browser refuses to store are applied again at the next one.
 */
export function tickStore(name, known) {
  const text = () => recall(name, (earlier) => [...known].some((id) => earlier.includes(`"${id}"`)));
  let waiting = [];
  const read = () => {
    const { list, whole } = listIn(text());
    for (const change of waiting) change(list);
    return { list, whole };
  };
  return {
    name,
    read,
    keeps: () => waiting.length === 0,
    /** Applies a change (a function of the list), and returns the new list. */
    change(act) {
      waiting.push(act);
      const { list, whole } = read();
      const { ticks, notes, last, open, show, left } = list;
      const kept = {
        ticks: [...ticks],
        notes,
        last: last && { day: last.day, ticks: [...last.ticks] },
        open,
        show,
        left,
      };
      if ((whole || setAside(name)) && remember(name, JSON.stringify(kept))) waiting = [];
      return list;
    },
    forget() {
      waiting = [];
    },
  };
}
