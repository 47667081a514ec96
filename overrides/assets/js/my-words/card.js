/** A card for a meeting: the chosen sentences in large type, each with a tick box and a line to write on. */
import { element } from "../shared/dom.js";
import { chosenWords } from "./words.js";

const TITLE = "What I want to say and ask";
const BLANKS = ["Date", "With"];

export function card() {
  const sheet = document.querySelector("[data-sheet=card]");
  return {
    name: "card-for-my-meeting",
    title: TITLE,
    empty: () => chosenWords().length === 0,
    show() {
      const some = chosenWords();
      sheet.replaceChildren(
        element("h4", { class: "sheet-heading" }, TITLE),
        element(
          "dl",
          { class: "card-blanks" },
          BLANKS.map((words) => element("div", {}, element("dt", {}, words), element("dd", {}))),
        ),
        element("ol", { class: "card-words" }, some.map(said)),
        some.length
          ? element("p", { class: "card-next" }, "What happens next, who does it, and by when:")
          : "Choose sentences first.",
      );
    },
    blocks: () => [
      { kind: "heading", lines: [TITLE] },
      { kind: "lines", lines: BLANKS.map((words) => `${words}: ______________________`) },
      {
        kind: "list",
        lines: chosenWords().map(({ words, law, whose }) => (law ? `${words} (${held(whose)}: ${law.title})` : words)),
      },
      { kind: "paragraph", lines: ["What happens next, who does it, and by when:"] },
    ],
  };
}

/** Whose right it is, from the point of view of the person with the card. */
const held = (whose) => whose.replace(/^Your/, "My");

const said = ({ words, law, whose }) =>
  element(
    "li",
    {},
    element("p", { class: "card-said" }, words),
    law && element("p", { class: "card-law" }, element("strong", {}, `${held(whose)}: `), law.title),
    element("p", { class: "card-line" }, "They said:"),
  );
