/**
 * Evaluations deleted in this tab. They are removed from the device at once, and can be restored until the page is
 * left.
 */
import { element } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { deleteEvaluations, putBack } from "./device.js";
import { button } from "./inputs.js";
import { dropHeld, holdAgain, onlyHere } from "./session.js";

export const UNDO = "You can undo this until you leave or reload this page.";

let gone = null; // {many, texts, files, held}: what was deleted last

/** Deletes evaluations, and remembers them for restoring. */
export function remove(ids) {
  const held = onlyHere().filter(({ id }) => ids.includes(id));
  gone = { many: ids.length, held, ...deleteEvaluations(ids) };
  dropHeld(ids);
}

addEventListener("forgotten", () => {
  gone = null;
});

/**
 * The notice about the last deletion with a button to undo it; null if nothing was deleted. `draw` renders the list
 * again.
 */
export function wayBack(draw) {
  if (!gone) return null;
  const one = gone.many === 1;
  const words = element(
    "p",
    { role: "status" },
    `${count(gone.many, "evaluation")} ${one ? "is" : "are"} deleted from this device. ${UNDO}`,
  );
  const undo = () => {
    const left = putBack(gone);
    holdAgain(gone.held);
    if (left.length) {
      gone = { ...gone, many: left.length, held: [], texts: left };
      words.textContent = "Your browser has no room to put all of them back. Delete something else, then try again.";
      return;
    }
    gone = null;
    draw();
  };
  const forget = () => {
    gone = null;
    draw();
  };
  return element(
    "div",
    { class: "note", "data-deleted": true },
    words,
    element(
      "p",
      { class: "buttons" },
      button("Undo", undo),
      button(`Delete ${one ? "it" : "them"} for good now`, forget),
    ),
  );
}
