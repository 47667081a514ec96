/** A row of a tick list: a checkbox, whether it was ticked last time, and a note. */
import { element, unseen } from "../shared/dom.js";

const LONGEST = 500;

/**
 * Adds a checkbox and a note to a statement. Calls `onTick` and `onNote` at changes. Returns `show(state)` and
 * `remove()`.
 */
export function rowOf(item, { onTick, onNote }) {
  const text = item.querySelector(".action-text");
  text.id ||= `text-${item.id}`;
  const box = element("input", { type: "checkbox", class: "tick", "aria-labelledby": text.id });
  box.addEventListener("change", () => onTick(box.checked));

  const field = element("textarea", {
    class: "tick-note",
    rows: 2,
    maxlength: LONGEST,
    autocomplete: "off",
    "aria-label": `Note on statement ${item.id}`,
    hidden: true,
  });
  field.addEventListener("input", () => onNote(field.value));
  const opener = element(
    "button",
    { type: "button", class: "tick-noting" },
    "Write a note",
    unseen(` on statement ${item.id}`),
  );
  const openNote = () => {
    field.hidden = false;
    opener.hidden = true;
  };
  opener.addEventListener("click", () => {
    openNote();
    field.focus();
  });
  const below = element("div", { class: "tick-below", "data-written": true }, opener, field);
  item.prepend(box);
  item.append(below);
  return {
    /** `lastTime` is whether it was ticked last time, or null if there was no last time. */
    show({ ticked, note, lastTime }) {
      box.checked = ticked;
      if (field.value !== note) field.value = note;
      if (note) openNote();
      below.querySelector(".tick-last")?.remove();
      if (lastTime !== null)
        below.prepend(
          element("p", { class: "small tick-last" }, lastTime ? "Last time: ticked" : "Last time: not ticked"),
        );
    },
    remove() {
      box.remove();
      below.remove();
    },
  };
}
