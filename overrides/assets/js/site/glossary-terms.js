/**
 * Makes terms show their meaning in place when they are pressed. Without scripts they are links to the glossary. They
 * stay `a` elements, with the role of a button: a `button` element is laid out as a box, and a comma after one that
 * fills two lines would be on a third.
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

/** Esc closes the meaning, also from the link in it, and returns the focus to the term. */
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
