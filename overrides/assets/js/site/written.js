/**
 * Shows the whole text of a text field. The field grows with its text, by CSS or, in browsers without `field-sizing`,
 * by this script. In print, where a field would cut off long text, the text replaces it.
 */
import { element } from "../shared/dom.js";
import { day } from "../shared/words.js";

const HERE = "[data-written]";
const FIELDS = `${HERE} :is(textarea, select, input:is([type="text"], [type="date"], [type="number"]))`;

export function written() {
  if (!CSS.supports("field-sizing", "content"))
    for (const name of ["input", "focusin"])
      addEventListener(name, ({ target }) => target.matches(`${HERE} textarea`) && grow(target));
  addEventListener("beforeprint", () => {
    asFields();
    asWords();
  });
  addEventListener("afterprint", asFields);
}

function grow(box) {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

/** An empty field stays, to write in by hand. */
function asWords() {
  for (const field of document.querySelectorAll(FIELDS)) {
    if (!field.value || !field.getClientRects().length) continue;
    field.dataset.inWords = "";
    field.after(element("p", { class: "written" }, wordsOf(field)));
  }
}

function asFields() {
  for (const field of document.querySelectorAll("[data-in-words]")) {
    delete field.dataset.inWords;
    field.nextElementSibling.remove();
  }
}

function wordsOf({ type, value, selectedOptions }) {
  if (selectedOptions) return selectedOptions[0].textContent;
  return type === "date" ? day(new Date(`${value}T12:00`)) : value;
}
