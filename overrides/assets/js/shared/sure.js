/** Asks before something is deleted. */
import { element } from "./dom.js";

/**
 * Shows a question in `box`: `asked` (text, or elements) and two buttons, each of which does `shut` first, which takes the
 * question away. The button that keeps (`no`) stands first and has the focus, so that a key pressed twice loses nothing;
 * only the second (`yes`) does `act`.
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
 * Puts a question in the place of the button `opener` when it is pressed. `question()` gives what is asked (text, or
 * elements), at that moment; see `ask` for the rest.
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
