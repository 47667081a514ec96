/** The fields of a letter as a form, with earlier answers filled in. */
import { element } from "../shared/dom.js";
import { workingDaysFrom, written } from "./letter.js";

/**
 * The form fields as elements. `answers` are filled in, `rights` are the provisions of the chosen sentences, and
 * `changed(id, answer)` is called at each change.
 */
export function boxesFor(fields, answers, rights, changed) {
  return fields.map((field) =>
    field.choices.length ? choices(field, answers, rights, changed) : box(field, answers, changed),
  );
}

/** The default values of a letter's fields: today's date, and the number of days that we suggest. */
export function atFirst(letter, today) {
  const dated = letter.parts
    .filter(({ kind }) => kind === "date")
    .flatMap(({ lines }) => lines.map(({ words }) => words));
  const first = {};
  for (const { id, kind, days } of letter.fields) {
    if (kind === "date" && days) first[id] = workingDaysFrom(today, days);
    else if (dated.includes(`{${id}}`)) first[id] = written(today);
  }
  return first;
}

function box(field, answers, changed) {
  const id = `box-${field.id}`;
  const hints = [field.hint, field.suggestion].filter(Boolean);
  const looks = {
    id,
    name: field.id,
    autocomplete: "off",
    "aria-describedby": hints.length ? `${id}-hint` : null,
    autocapitalize: field.named ? null : "off",
  };
  const made =
    field.kind === "long"
      ? element("textarea", { ...looks, rows: Math.max(field.lines, 2), maxlength: "5000" })
      : element("input", { ...looks, type: field.kind === "date" ? "date" : "text", maxlength: "300" });
  made.value = answers[field.id] ?? "";
  made.addEventListener("input", () => changed(field.id, made.value));
  return element(
    "div",
    { class: "field" },
    element("label", { for: id }, field.label),
    hints.length ? element("p", { id: `${id}-hint`, class: "small" }, hints.join(" ")) : null,
    made,
  );
}

/**
 * Checkboxes. If only some may be ticked, the others are disabled then. Those that belong to a chosen right come first.
 */
function choices(field, answers, rights, changed) {
  const ticked = new Set(answers[field.id] ?? []);
  const fits = (choice) => choice.law.some((id) => rights.has(id));
  const some = [...field.choices.filter(fits), ...field.choices.filter((choice) => !fits(choice))];
  const boxes = some.map((choice) => {
    const one = element("input", { type: "checkbox", name: field.id, value: choice.id });
    one.checked = ticked.has(choice.id);
    const note = fits(choice) ? element("span", { class: "small" }, " Goes with a right you chose above.") : null;
    return { one, label: element("label", {}, one, element("span", {}, choice.text, note)) };
  });
  const wait = () => {
    const full = field.most && boxes.filter(({ one }) => one.checked).length >= field.most;
    for (const { one } of boxes) one.disabled = Boolean(full) && !one.checked;
  };
  wait();
  const group = element(
    "fieldset",
    { class: "letter-choices" },
    element("legend", {}, field.label),
    field.hint ? element("p", { class: "small" }, field.hint) : null,
    boxes.map(({ label }) => label),
  );
  group.addEventListener("change", () => {
    wait();
    const chosen = boxes.filter(({ one }) => one.checked).map(({ one }) => one.value);
    changed(field.id, chosen);
  });
  return group;
}
