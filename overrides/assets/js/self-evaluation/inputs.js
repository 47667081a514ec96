/** Fields of forms. What a reader wrote becomes a value, never markup. */
import { element } from "../shared/dom.js";
import { sure } from "../shared/sure.js";
import { LONGEST } from "./model.js";

let last = 0;
const id = () => {
  last += 1;
  return `field-${last}`;
};

/** A label, an optional hint, and what is filled in. `make` gets the attributes that tie the three together. */
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

/** A box for several lines. */
export const area = (label, value, act, { hint = "", rows = 3 } = {}) =>
  field(label, hint, (tied) =>
    writes(element("textarea", { ...tied, rows, maxlength: LONGEST, autocomplete: "off" }), value, act),
  );

/** A box for one line. */
export const line = (label, value, act, { hint = "", most = LONGEST } = {}) =>
  field(label, hint, (tied) =>
    writes(element("input", { ...tied, type: "text", maxlength: most, autocomplete: "off" }), value, act),
  );

/** A day. */
export const day = (label, value, act) =>
  field(label, "", (tied) => writes(element("input", { ...tied, type: "date", max: "9999-12-31" }), value, act));

/** A number of people or things. Nothing written is null. */
export const amount = (label, value, act) =>
  field(label, "", (tied) =>
    writes(
      element("input", { ...tied, type: "number", min: 0, max: 100_000, step: 1, inputmode: "numeric" }),
      value ?? "",
      (text) => act(/^\d{1,6}$/.test(text) && Number(text) <= 100_000 ? Number(text) : null),
    ),
  );

/** One of some: `choices` are `{id, title}`. A value that is none of them stays, under its own name. */
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

/** Something that is so or not. */
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

/** A group of which one is chosen, or none at first. `choices` are `{id, title, meaning}`. */
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

/** A button that acts. */
export function button(words, act, attributes = {}) {
  const made = element("button", { type: "button", class: "button", ...attributes }, words);
  made.addEventListener("click", () => act(made));
  return made;
}

/** A button that asks once more before it acts. `question()` gives what is asked; `answers` are `{no, yes}`. */
export const asks = (words, question, answers, act) =>
  sure(
    button(words, () => {}),
    question,
    answers,
    act,
  );

/** Where a link leads within the tool. */
export const link = (words, where, attributes = {}) => element("a", { href: where, ...attributes }, words);
