/** One statement of a tick list: its box, whether it was ticked last time, and a note. */
import { element, unseen } from "../shared/dom.js";

const LONGEST = 500;

/**
 * Puts a box and a note to a statement. `lastTime` is whether it was ticked then, or null where there was no last time.
 * `onTick` and `onNote` hear of changes. Gives `tick(on)` and `remove()`.
 */
export function rowOf(item, { ticked, note, lastTime, onTick, onNote }) {
  const text = item.querySelector(".action-text");
  text.id ||= `text-${item.id}`;
  const box = element("input", { type: "checkbox", class: "tick", "aria-labelledby": text.id });
  box.checked = ticked;
  box.addEventListener("change", () => onTick(box.checked));

  const field = element("textarea", {
    class: "tick-note",
    rows: 2,
    maxlength: LONGEST,
    autocomplete: "off",
    "aria-label": `Note on statement ${item.id}`,
    hidden: !note,
  });
  field.value = note;
  field.addEventListener("input", () => onNote(field.value));
  const opener = element(
    "button",
    { type: "button", class: "tick-noting", hidden: Boolean(note) },
    "Write a note",
    unseen(` on statement ${item.id}`),
  );
  opener.addEventListener("click", () => {
    field.hidden = false;
    opener.hidden = true;
    field.focus();
  });
  const then =
    lastTime === null
      ? null
      : element("p", { class: "small tick-last" }, lastTime ? "Last time: ticked" : "Last time: not ticked");
  const below = element("div", { class: "tick-below", "data-written": true }, then, opener, field);
  item.prepend(box);
  item.append(below);
  return {
    tick(on) {
      box.checked = on;
    },
    remove() {
      box.remove();
      below.remove();
    },
  };
}
