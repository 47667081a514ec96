/**
 * Ticks and notes of statements that have since been removed: they are kept and shown until the reader deletes them.
 */
import { element } from "../shared/dom.js";
import { sure } from "../shared/sure.js";
import { count, listed } from "../shared/words.js";

/** Lists in `box` what the list has for statements that are not `known`. Calls `remove` when the reader deletes it. */
export function showRemoved(box, list, known, remove) {
  const ticks = [...list.ticks].filter((id) => !known.has(id)).length;
  const notes = Object.entries(list.notes).filter(([id]) => !known.has(id));
  const what = listed([ticks && count(ticks, "tick"), notes.length && count(notes.length, "note")].filter(Boolean));
  const shown = JSON.stringify([ticks, notes]);
  if (box.dataset.shown === shown) return; // an open question stays open
  box.dataset.shown = shown;
  if (!what) {
    box.replaceChildren();
    return;
  }
  const one = ticks + notes.length === 1;
  const button = element("button", { type: "button", class: "button" }, `Delete ${one ? "it" : "them"}`);
  const asked = () => element("p", {}, `Delete ${what}? You cannot undo this.`);
  box.replaceChildren(
    element(
      "div",
      { class: "note set-aside" },
      element(
        "p",
        {},
        one
          ? `This list has ${what} for a statement that has been removed from this site.`
          : `This list has ${what} for statements that have been removed from this site.`,
      ),
      notes.length > 0 &&
        element(
          "ul",
          {},
          notes.map(([id, note]) => element("li", {}, `${id}: ${note}`)),
        ),
      sure(button, asked, { no: `No, keep ${one ? "it" : "them"}`, yes: `Yes, delete ${one ? "it" : "them"}` }, remove),
    ),
  );
}

/** The list without ticks and notes of statements that are not `known`. */
export function withoutRemoved(list, known) {
  for (const id of list.ticks) if (!known.has(id)) list.ticks.delete(id);
  for (const id of Object.keys(list.notes)) if (!known.has(id)) delete list.notes[id];
}
