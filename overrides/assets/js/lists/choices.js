/**
 * A form that filters a list by words and choices. Choices are in the address, so that they can be shared; words are
 * not. The Back button undoes both.
 */
import { keepAsked, takeAsked } from "../shared/asked.js";

const WAIT = 250; // milliseconds without typing before the results are counted and announced
const LONGEST = 200; // characters of the query that are used

/**
 * Keeps the fields of `form` in sync with the address and the stored words, and calls `changed()` after each change by
 * the reader. Returns `chosen()`, which gives the value of each field, and `read()`, which sets the fields from the
 * address and ignores values that a field does not have.
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
    // Typing changes the current history entry instead of adding one for each key
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

/** Shows beside each option how many items would be left, which `left(value)` returns. */
export function count(options, left) {
  for (const option of options) {
    option.dataset.title ??= option.textContent;
    option.textContent = `${option.dataset.title} (${left(option.value)})`;
  }
}

const chosenIn = (field) =>
  field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value.slice(0, LONGEST).trim();
