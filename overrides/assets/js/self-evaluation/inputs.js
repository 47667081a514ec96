/** Form fields. Text by the reader is set as a value, never as HTML. */
import { element } from "../shared/dom.js";
import { sure } from "../shared/sure.js";
import { LONGEST } from "./model.js";

let last = 0;
const id = () => {
  last += 1;
  return `field-${last}`;
};

/** A label, an optional hint, and an input. `make` receives the attributes that link the three. */
function field(label, hint, make) {
  const name = id();
  const about = hint ? `${name}-hint` : null;
  return element(
    "div",
    { class: "field" },
    element("label", { for: name }, label),
    hint ? element("p", { class: "small", id: about }, hint) : null,
    make({ id: name, "aria-describedby": about }),
  );
}

function writes(made, value, act) {
  made.value = value;
  made.addEventListener("input", () => act(made.value));
  return made;
}

/** An input for several lines. */
export const area = (label, value, act, { hint = "", rows = 3 } = {}) =>
  field(label, hint, (tied) =>
    writes(element("textarea", { ...tied, rows, maxlength: LONGEST, autocomplete: "off" }), value, act),
  );

/** An input for one line. */
export const line = (label, value, act, { hint = "", most = LONGEST } = {}) =>
  field(label, hint, (tied) =>
    writes(element("input", { ...tied, type: "text", maxlength: most, autocomplete: "off" }), value, act),
  );

/** An input for a date. */
export const day = (label, value, act) =>
  field(label, "", (tied) => writes(element("input", { ...tied, type: "date", max: "9999-12-31" }), value, act));

/** An input for a number. Empty is null. */
export const amount = (label, value, act) =>
  field(label, "", (tied) =>
    writes(
      element("input", { ...tied, type: "number", min: 0, max: 100_000, step: 1, inputmode: "numeric" }),
      value ?? "",
      (text) => act(/^\d{1,6}$/.test(text) && Number(text) <= 100_000 ? Number(text) : null),
    ),
  );

/** A list to choose from: `choices` are `{id, title}`. A value that is not among them is kept, and shown by its id. */
export function choice(label, value, choices, act, { hint = "" } = {}) {
  const all = choices.some((one) => one.id === value) ? choices : [...choices, { id: value, title: value }];
  return field(label, hint, (tied) =>
    writes(
      element(
        "select",
        tied,
        all.map((one) => element("option", { value: one.id }, one.title)),
      ),
      value,
      act,
    ),
  );
}

/** A checkbox. */
export function check(label, value, act, { hint = "" } = {}) {
  const box = element("input", { type: "checkbox" });
  box.checked = value;
  box.addEventListener("change", () => act(box.checked));
  return element(
    "label",
    { class: "pick" },
    box,
    element("span", {}, label, hint ? " " : null, hint ? element("span", { class: "small" }, hint) : null),
  );
}

/** Radio buttons, with none chosen at first. `choices` are `{id, title, meaning}`. */
export function radios(legend, value, choices, act) {
  const name = id();
  return element(
    "fieldset",
    { class: "picks" },
    element("legend", {}, legend),
    choices.map((one) => {
      const box = element("input", { type: "radio", name, value: one.id });
      box.checked = one.id === value;
      box.addEventListener("change", () => act(one.id));
      return element(
        "label",
        { class: "pick" },
        box,
        element(
          "span",
          {},
          element("strong", {}, one.title),
          one.meaning ? " " : null,
          one.meaning ? element("span", { class: "small" }, one.meaning) : null,
        ),
      );
    }),
  );
}

/** A button with a click handler. */
export function button(words, act, attributes = {}) {
  const made = element("button", { type: "button", class: "button", ...attributes }, words);
  made.addEventListener("click", () => act(made));
  return made;
}

/** A button that asks for confirmation. `question()` returns the question; `answers` are `{no, yes}`. */
export const asks = (words, question, answers, act) =>
  sure(
    button(words, () => {}),
    question,
    answers,
    act,
  );

/** A link within the tool. */
export const link = (words, where, attributes = {}) => element("a", { href: where, ...attributes }, words);
