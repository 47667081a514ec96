/**
 * A button beside each sentence, which adds it to "My words". The script for it is loaded when one is pressed, or at
 * once if some sentences are chosen already.
 */
import { element, unseen } from "../shared/dom.js";
import { fetched } from "../shared/fetched.js";
import { changedElsewhere, recall, recallInTab } from "../shared/store.js";

const KEPT = "my-words";

export function offerToAdd() {
  let coming;
  const come = (then) => {
    coming ??= import("./add.js").then(({ adding }) => adding(buttons));
    return fetched(coming, then);
  };
  const buttons = [...document.querySelectorAll("[data-say]")].map((item) => {
    const words = item.querySelector("q").textContent.trim();
    const label = element("span", {}, "Add to my words");
    const button = element("button", { type: "button", class: "say-add" }, label, unseen(`: ${words}`));
    item.append(element("span", { class: "say-do" }, button));
    const of = item.closest("[data-words-of]")?.dataset.wordsOf ?? "";
    const one = { id: item.dataset.say, words, of, label, button };
    button.addEventListener("click", () => come((press) => press(one)));
    return one;
  });
  const show = () => come(() => {});
  if (recallInTab(KEPT) || recall(KEPT)) show();
  changedElsewhere(KEPT, show);
}
