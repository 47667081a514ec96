/** Filters the list of a page by the form above it. */
import { choicesOf, count } from "./choices.js";
import { hasEach, lookedThrough } from "./words.js";

export function narrow() {
  const form = document.querySelector("[data-narrow]");
  const { fields, chosen, read } = choicesOf(form, () => show());
  const said = form.querySelector("[data-said]");
  const printed = document.querySelector("[data-printed]");
  const nothing = document.querySelector("[data-nothing]");
  const groups = [...document.querySelectorAll("[data-group]")];
  const items = [...document.querySelectorAll("[data-item]")].map((element) => ({
    element,
    has: has(element, fields),
  }));
  const fits = (item, choice) =>
    fields.every(({ name, type }) =>
      type === "search" ? says(item, choice[name]) : !choice[name] || item.has[name].has(choice[name]),
    );

  /** Shows for each option of each field how many items would be left if it were added to the other choices. */
  const countAll = (choice) => {
    for (const { name, type, options } of fields) {
      const left = (value) => items.filter((item) => fits(item, { ...choice, [name]: value })).length;
      if (type === "checkbox") form.querySelector("[data-count]").textContent = `(${left("yes")})`;
      if (options) count(options, left);
    }
  };

  const show = () => {
    const choice = chosen();
    let left = 0;
    for (const item of items) {
      item.element.hidden = !fits(item, choice);
      if (!item.element.hidden) left += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
    nothing.hidden = left > 0;
    countAll(choice);
    said.textContent = `${left} of ${items.length} ${form.dataset.narrow}.`;
    printed.textContent = left < items.length ? `Printed here: ${said.textContent}` : "";
  };

  /** Shows the target of a link within the page, even if the choices would hide it. */
  const showTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[data-item][hidden], [data-group][hidden]")) {
      form.reset();
      history.replaceState(null, "", location.pathname + location.hash);
      show();
    }
    target?.scrollIntoView();
  };

  addEventListener("popstate", () => {
    read();
    show();
    if (location.hash) showTarget();
  });
  form.hidden = false;
  read();
  show();
  if (location.hash) showTarget();
}

/** The values that an item has for each field with options. */
const has = (element, fields) =>
  Object.fromEntries(
    fields.map(({ name }) => [name, new Set((element.dataset[name] ?? "").split(" ").filter(Boolean))]),
  );

/** Whether, for each search word, an item has a word that begins with it. */
function says(item, asked) {
  item.words ??= lookedThrough(item.element.textContent);
  return hasEach(item.words, asked);
}
