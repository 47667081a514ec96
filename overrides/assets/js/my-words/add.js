/** The action of the buttons of offer.js: adds a sentence to "My words", or removes it. */
import { count } from "../shared/words.js";
import { changeLines, lines, onChange } from "./kept.js";
import { FULL, MOST_LINES } from "./valid.js";

/**
 * Keeps `buttons`, `[{ id, words, of, label, button }]`, in sync with the chosen sentences. Returns the function to
 * call when one is pressed.
 */
export function adding(buttons) {
  const show = () => {
    const chosen = new Set(lines().found.map(({ id }) => id));
    for (const { id, label, button } of buttons) {
      button.classList.toggle("say-added", chosen.has(id));
      label.textContent = chosen.has(id) ? "Remove from my words" : "Add to my words";
    }
  };
  onChange(show);
  show();
  return press;
}

function press({ id, words, of }) {
  const there = lines().found.some((one) => one.id === id);
  if (!there && lines().found.length >= MOST_LINES) {
    tell(FULL);
    return;
  }
  const kept = changeLines((all) => (there ? all.filter((one) => one.id !== id) : [...all, { id, words, of }]));
  const number = `You have ${count(lines().found.length, "sentence")}.`;
  if (!kept) tell("Your browser cannot save this. Choose it again on the page “My words”.");
  else tell(`${there ? "Removed." : "Added."} ${number}`);
}

function tell(words) {
  const box = document.querySelector("[data-say-said]");
  box.hidden = false;
  box.querySelector("[role=status]").textContent = words;
}
