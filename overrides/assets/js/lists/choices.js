/** A form that narrows a list by words and by choices. Choices stand in the address, so they can be sent; words do not. The back button undoes both. */
import { keepAsked, takeAsked } from "../shared/asked.js";

const WAIT = 250; // milliseconds without a key before what was typed is counted and said
const LONGEST = 200; // characters of what is asked that are looked at

/**
 * Keeps the fields of `form` in step with the address and the words that are kept, and calls `changed()` after each change by a reader. `chosen()` is
 * what stands in each field, and `read()` puts into them what the address asks for: a value that a field has not is
 * left out.
 */
export function choicesOf(form, changed) {
  const fields = [...form.elements].filter((one) => one.name);
  const chosen = () => Object.fromEntries(fields.map((field) => [field.name, chosenIn(field)]));
  const read = () => {
    const words = takeAsked().slice(0, LONGEST);
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = (asked.get(field.name) ?? "").slice(0, LONGEST);
      if (field.type === "checkbox") field.checked = value === "yes";
      else if (field.type === "search") field.value = words;
      else field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
  };
  const keep = (anew) => {
    const { q, ...others } = chosen();
    const choice = Object.entries(others).filter(([, value]) => value);
    keepAsked(q, choice.length ? `?${new URLSearchParams(choice)}` : location.pathname, { anew });
    changed();
  };
  let waiting = 0;
  form.addEventListener("input", ({ target }) => {
    if (target.type !== "search") return;
    clearTimeout(waiting);
    // Words are kept as they grow in one step of the way back, and not in one for each key
    waiting = setTimeout(() => keep(false), WAIT);
  });
  form.addEventListener("change", ({ target }) => target.type !== "search" && keep(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-clear]").addEventListener("click", () => {
    clearTimeout(waiting);
    form.reset();
    keep(true);
  });
  addEventListener("forgotten", () => {
    clearTimeout(waiting);
    for (const field of fields) if (field.type === "search") field.value = "";
    changed();
  });
  return { fields, chosen, read };
}

/** Writes beside each value of a choice how many would be left, as `left(value)` says. */
export function count(options, left) {
  for (const option of options) {
    option.dataset.title ??= option.textContent;
    option.textContent = `${option.dataset.title} (${left(option.value)})`;
  }
}

const chosenIn = (field) =>
  field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value.slice(0, LONGEST).trim();
