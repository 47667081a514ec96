/** Asks for confirmation before something is deleted. */
import { element } from "./dom.js";

/**
 * Shows a question in `box`: `asked` (text, or elements) and two buttons, both of which first call `shut`, which
 * removes the question. The button that keeps the data (`no`) comes first and has the focus, so that a key that is
 * pressed twice deletes nothing; only the second (`yes`) calls `act`.
 */
export function ask(box, asked, { no, yes }, shut, act) {
  const answer = (words, then) => {
    const made = element("button", { type: "button", class: "button" }, words);
    made.addEventListener("click", () => {
      shut();
      then();
    });
    return made;
  };
  const keep = answer(no, () => {});
  box.replaceChildren(
    element("div", { role: "alert" }, asked),
    element("p", { class: "buttons" }, keep, answer(yes, act)),
  );
  keep.focus();
}

/**
 * Replaces the button `opener` by a question when it is pressed. `question()` returns the question at that moment; for
 * the rest see `ask`.
 */
export function sure(opener, question, answers, act) {
  const box = element("div", { class: "sure" });
  const rest = () => {
    box.replaceChildren(opener);
    opener.focus();
  };
  opener.addEventListener("click", () => ask(box, question(), answers, rest, act));
  opener.replaceWith(box);
  box.append(opener);
  return box;
}
