/** Narrows a list by words and by choices. Both stand in the address, so it can be sent, and the back button undoes a choice. */
import { wordsOf } from "./words.js";

const WAIT = 250; // milliseconds without a key before what was typed is counted and said
const LONGEST = 200; // characters of what is asked that are looked at

export function narrow() {
  const form = document.querySelector("[data-narrow]");
  const fields = [...form.elements].filter((one) => one.name);
  const said = form.querySelector("[data-said]");
  const printed = document.querySelector("[data-printed]");
  const nothing = document.querySelector("[data-nothing]");
  const groups = [...document.querySelectorAll("[data-group]")];
  const items = [...document.querySelectorAll("[data-item]")].map((element) => ({
    element,
    has: has(element, fields),
  }));
  const chosen = () => Object.fromEntries(fields.map((field) => [field.name, chosenIn(field)]));
  const fits = (item, choice) =>
    fields.every(({ name, type }) =>
      type === "search" ? says(item, choice[name]) : !choice[name] || item.has[name].has(choice[name]),
    );

  /** How many would be left for each value of each field, were it chosen beside the other choices. */
  const count = (choice) => {
    for (const { name, type, options } of fields) {
      const left = (value) => items.filter((item) => fits(item, { ...choice, [name]: value })).length;
      if (type === "checkbox") form.querySelector("[data-count]").textContent = `(${left("yes")})`;
      for (const option of options ?? []) {
        option.dataset.title ??= option.textContent;
        option.textContent = `${option.dataset.title} (${left(option.value)})`;
      }
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
    count(choice);
    said.textContent = `${left} of ${items.length} ${form.dataset.narrow}.`;
    printed.textContent = left < items.length ? `Printed here: ${said.textContent}` : "";
  };

  /** What a link leads to is shown, whatever was chosen before. */
  const showTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[data-item][hidden], [data-group][hidden]")) {
      form.reset();
      history.replaceState(null, "", location.pathname + location.hash);
      show();
    }
    target?.scrollIntoView();
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = (asked.get(field.name) ?? "").slice(0, LONGEST);
      if (field.type === "checkbox") field.checked = value === "yes";
      else if (field.type === "search") field.value = value;
      else field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    show();
  };

  const address = () => {
    const choice = Object.entries(chosen()).filter(([, value]) => value);
    return choice.length ? `?${new URLSearchParams(choice)}` : location.pathname;
  };
  const keep = () => {
    history.pushState(null, "", address());
    show();
  };
  let waiting = 0;
  /** Words are kept as they grow in one step of the way back, and not in one for each key. */
  const typed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", address());
      show();
    }, WAIT);
  };

  form.addEventListener("input", (event) => event.target.type === "search" && typed());
  form.addEventListener("change", (event) => event.target.type !== "search" && keep());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-clear]").addEventListener("click", () => {
    clearTimeout(waiting);
    form.reset();
    keep();
  });
  addEventListener("popstate", () => {
    read();
    if (location.hash) showTarget();
  });
  form.hidden = false;
  read();
  if (location.hash) showTarget();
}

/** What an item has under the name of each field with choices. */
const has = (element, fields) =>
  Object.fromEntries(
    fields.map(({ name }) => [name, new Set((element.dataset[name] ?? "").split(" ").filter(Boolean))]),
  );

const chosenIn = (field) =>
  field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value.slice(0, LONGEST).trim();

/** Whether an item has a word that begins with each of the words asked for. */
function says(item, asked) {
  item.words ??= ` ${wordsOf(item.element.textContent).join(" ")}`;
  return wordsOf(asked).every((word) => item.words.includes(` ${word}`));
}
