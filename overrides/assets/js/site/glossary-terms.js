/**
 * Terms become buttons that open their meaning where they stand. Without scripts they are links to the glossary. They stay
 * such elements: a button of HTML is a box, and the comma after one that fills two lines would stand on a third.
 */
import { element } from "../shared/dom.js";

export function explain() {
  for (const term of document.querySelectorAll("a.term")) {
    const meaning = document.getElementById(`meaning-${term.hash.slice(1)}`);
    if (!meaning) continue;
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.addEventListener("click", (event) => {
      event.preventDefault();
      toggle(term, meaning.textContent);
    });
    term.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        term.click();
      } else closes(event, term);
    });
  }
}

/** Esc closes the meaning, from the word and from the link in the meaning, and leaves the reader on the word. */
function closes(event, term) {
  if (event.key !== "Escape" || term.getAttribute("aria-expanded") !== "true") return;
  toggle(term);
  term.focus();
}

function toggle(term, meaning) {
  const open = term.getAttribute("aria-expanded") === "true";
  term.setAttribute("aria-expanded", String(!open));
  if (open) {
    term.nextElementSibling.remove();
    return;
  }
  const more = element("a", { href: term.href }, "More on this word");
  const box = element("span", { class: "meaning" }, `${meaning} `, more);
  box.addEventListener("keydown", (event) => closes(event, term));
  term.after(box);
}
