/** Packs that a reader has saved under a title on this device. */
import { setAside } from "../shared/aside.js";
import { recall, remember } from "../shared/store.js";

export const NAME = "packs"; // [{name, remark, choice}], the latest first
const MOST = 50;

const isPack = (one) =>
  typeof one?.choice === "string" && typeof one.name === "string" && one.name && typeof (one.remark ?? "") === "string";
const sorted = (choice) => choice.split("&").sort().join("&");
const same = (one, other) => sorted(one) === sorted(other);
const at = (all, pack) => all.findIndex(({ name, choice }) => name === pack.name && same(choice, pack.choice));

/** The saved packs that could be read, and whether that is all of them. */
function kept() {
  try {
    const all = JSON.parse(recall(NAME) ?? "[]");
    const found = all.filter(isPack).map((one) => ({ ...one, remark: one.remark ?? "" }));
    return { found, whole: found.length === all.length };
  } catch {
    return { found: [], whole: false };
  }
}

/** The saved packs, the latest first. */
export const packs = () => kept().found;

/** Sets unreadable data aside, so that saving does not overwrite it. Returns false if the browser refuses. */
export const readable = () => kept().whole || setAside(NAME);

const write = (all) => readable() && remember(NAME, all.length ? JSON.stringify(all) : "");

/**
 * A title that is free or belongs to the same choice (with no note, the same note, or the note `known`): `Meeting`,
 * `Meeting (2)`.
 */
function titleFor({ name, choice, remark }, all, known) {
  const holds = (one) => one.remark && one.remark !== remark && one.remark !== known;
  const taken = (title) => all.some((one) => one.name === title && (!same(one.choice, choice) || holds(one)));
  let title = name;
  for (let number = 2; taken(title); number += 1) title = `${name} (${number})`;
  return title;
}

/**
 * Saves a pack. It replaces one with the same choice and title, unless that has another note that is not `known`, the
 * note that the reader opened or saved. Otherwise it is added. Returns, in words, what happened.
 */
export function keepPack(pack, known) {
  const all = packs();
  const name = titleFor(pack, all, known);
  const there = at(all, { ...pack, name });
  if (there < 0 && all.length >= MOST)
    return `This pack is not saved. This device has ${MOST} saved packs, and that is the most. Delete one under “Packs saved on this device”, then save this one again.`;
  if (!write([{ ...pack, name }, ...all.filter((_, place) => place !== there)]))
    return "We could not save this pack. Your browser does not allow it, or its storage is full. Print it or download it, or copy its link. The link has no title and no note.";
  if (there >= 0) return `“${name}” is saved on this device. It replaced the saved pack that had the same content.`;
  if (name === pack.name) return `“${name}” is saved on this device.`;
  return `Another pack is saved as “${pack.name}”. This one is saved on this device as “${name}”.`;
}

/** Deletes a pack. Returns false if the browser refuses. */
export const deletePack = (pack) => {
  const all = packs();
  const there = at(all, pack);
  return write(all.filter((_, place) => place !== there));
};

/**
 * Restores a deleted pack to its place, unless it has been saved again. Its title changes if another pack has it now.
 */
export function putBack(pack, place) {
  const all = packs();
  if (at(all, pack) < 0) write(all.toSpliced(place, 0, { ...pack, name: titleFor(pack, all) }));
}
