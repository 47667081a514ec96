/** Asks before something is deleted. */
import { element } from "./dom.js";

/**
 * Puts a question in the place of the button `opener` when it is pressed. `question()` gives what is asked (text, or
 * elements), at that moment. The button that keeps (`no`) stands first and has the focus, so that a key pressed twice
 * loses nothing; only the second (`yes`) does `act`.
 */
export function sure(opener, question, { no, yes }, act) {
  const box = element("div", { class: "sure" });
  const rest = () => {
    box.replaceChildren(opener);
    opener.focus();
  };
  const answer = (words, then) => {
    const made = element("button", { type: "button", class: "button" }, words);
    made.addEventListener("click", () => {
      rest();
      then();
    });
    return made;
  };
  opener.addEventListener("click", () => {
    const keep = answer(no, () => {});
    const asked = element("div", { role: "alert" }, question());
    box.replaceChildren(asked, element("p", { class: "buttons" }, keep, answer(yes, act)));
    keep.focus();
  });
  opener.replaceWith(box);
  box.append(opener);
  return box;
}
