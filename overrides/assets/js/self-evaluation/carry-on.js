/** The link from a person's saved answers back to the pages of questions, which takes the answers along. */
import { element } from "../shared/dom.js";
import { ask } from "../shared/sure.js";
import { link } from "./inputs.js";
import { answersInTab, answersOf, keepInTab, wouldLose } from "./my-answers.js";
import { opened } from "./session.js";

const REFUSED =
  "Your browser cannot show these answers on the pages with the questions. You can still save the answers as a file or print them.";

/**
 * `{asked, to}`: `to(words, where, attributes)` is a link to questions that takes along the answers of the open
 * evaluation; `asked` is the element in which it asks for confirmation if this tab has other answers that would be
 * replaced.
 */
export function carryOn() {
  const asked = element("div", {});
  const go = (where) => {
    if (keepInTab(answersOf(opened()))) location.assign(where);
    else asked.replaceChildren(element("p", { class: "note alarm", role: "alert" }, REFUSED));
  };
  const askFirst = (where) => {
    const box = element("div", { class: "note alarm" });
    asked.replaceChildren(box);
    ask(
      box,
      element(
        "p",
        {},
        "This tab has other answers to the easy-read questions. If you carry on with these, the others are deleted. To keep them, ",
        link("go to the other answers", where),
        " and save them as a file.",
      ),
      { no: "No, keep the other answers", yes: "Yes, carry on with these" },
      () => asked.replaceChildren(),
      () => go(where),
    );
  };
  const to = (words, where, attributes) => {
    const made = link(words, where, attributes);
    made.addEventListener("click", (event) => {
      event.preventDefault();
      if (wouldLose(answersInTab(), answersOf(opened()))) askFirst(where);
      else go(where);
    });
    return made;
  };
  return { asked, to };
}
