/** The chosen sentences, each with a button that speaks it: for somebody who communicates with a device. */
import { element, unseen } from "../shared/dom.js";
import { speaker } from "./speak.js";
import { chosenWords } from "./words.js";

export function aloud() {
  const list = document.querySelector("[data-aloud]");
  const said = document.querySelector("[data-take-said]");
  const voice = speaker();
  return {
    name: "my-words",
    title: "My words",
    empty: () => chosenWords().length === 0,
    show() {
      const some = chosenWords();
      list.replaceChildren(...some.map(({ words }) => item(words)));
      if (!some.length) list.append(element("li", {}, "Choose sentences first."));
    },
    blocks: () => [
      { kind: "heading", lines: ["My words"] },
      { kind: "list", lines: chosenWords().map(({ words }) => words) },
    ],
  };

  function item(words) {
    const button = element("button", { type: "button", class: "button" }, "Say it", unseen(`: ${words}`));
    button.addEventListener("click", () => {
      said.textContent = "";
      voice.say([words], () => {
        said.textContent = "Your browser could not read this aloud.";
      });
    });
    return element("li", {}, element("p", {}, words), voice.there() ? button : null);
  }
}
