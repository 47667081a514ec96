/** A button beside each sentence that someone can say: it adds the sentence to "My words", or takes it out again. */
import { element, unseen } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { changeLines, lines, onChange } from "./kept.js";

export function offerToAdd() {
  const box = document.querySelector("[data-say-said]");
  const buttons = [...document.querySelectorAll("[data-say]")].map((item) =>
    buttonFor(item, (words) => tell(box, words)),
  );
  const show = () => {
    const chosen = new Set(lines().found.map(({ id }) => id));
    for (const one of buttons) one.show(chosen);
  };
  onChange(show);
  show();
}

/** The button of one sentence. */
function buttonFor(item, said) {
  const id = item.dataset.say;
  const words = item.querySelector("q").textContent.trim();
  const label = element("span", {}, "");
  const button = element("button", { type: "button", class: "say-add" }, label, unseen(`: ${words}`));
  item.append(element("span", { class: "say-do" }, button));
  button.addEventListener("click", () => {
    const there = lines().found.some((one) => one.id === id);
    const kept = changeLines((all) => (there ? all.filter((one) => one.id !== id) : [...all, { id, words }]));
    const number = `You have ${count(lines().found.length, "sentence")}.`;
    if (!kept) said("Your browser cannot save this. Choose it again on the page “My words”.");
    else said(`${there ? "Removed." : "Added."} ${number}`);
  });
  return {
    show(chosen) {
      button.classList.toggle("say-added", chosen.has(id));
      label.textContent = chosen.has(id) ? "Remove from my words" : "Add to my words";
    },
  };
}

function tell(box, words) {
  box.hidden = false;
  box.querySelector("[role=status]").textContent = words;
}
