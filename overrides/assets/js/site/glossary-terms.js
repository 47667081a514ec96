/** Turns terms into buttons that show their meaning in place. Without scripts they are links to the glossary. */
import { element } from "../shared/dom.js";

export function explain() {
  for (const link of document.querySelectorAll("a.term")) {
    const meaning = document.getElementById(`meaning-${link.hash.slice(1)}`);
    if (!meaning) continue;
    const button = element("button", { type: "button", class: "term", "aria-expanded": "false" }, link.textContent);
    link.replaceWith(button);
    button.addEventListener("click", () => toggle(button, meaning.textContent, link.href));
    button.addEventListener("keydown", (event) => closes(event, button));
  }
}

/** Esc closes the meaning, also from the link in it, and returns the focus to the term. */
function closes(event, button) {
  if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
  toggle(button);
  button.focus();
}

function toggle(button, meaning, address) {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  if (open) {
    button.nextElementSibling.remove();
    return;
  }
  const more = element("a", { href: address }, "More on this word");
  const box = element("span", { class: "meaning" }, `${meaning} `, more);
  box.addEventListener("keydown", (event) => closes(event, button));
  button.after(box);
}
