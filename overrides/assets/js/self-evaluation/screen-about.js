/**
 * The settings of an evaluation: the sheet, the view, the standards, and the period. For a new one, and for an existing
 * one.
 */
import { element } from "../shared/dom.js";
import { keep, newId, now } from "./device.js";
import { button, check, choice, day, line, link, radios } from "./inputs.js";
import { fitted, LONGEST_TITLE, newEvaluation, SEVERAL } from "./model.js";
import { here } from "./parts.js";
import { change, open } from "./session.js";
import { standardTitle, viewsOf } from "./words.js";

const BACKWARDS = "This period ends before it begins, so your last change is not saved. Change one of the two days.";
const PRIVACY = "Write roles and places, not names.";

/** The screen for a new one. `standard` is ticked if it is given. */
export function newScreen(index, standard) {
  const own = index.standards.some(({ id }) => id === standard);
  const chosen = { title: "", sheet: "", view: "", standards: own ? [standard] : [], period_from: "", period_to: "" };
  let backwards = false; // whether the end of the period is before its beginning
  const said = element("p", { role: "alert", class: "said wrong" });
  const more = element("div", {});
  const sheets = index.sheets.map(({ id, title, about, time }) => ({ id, title, meaning: `${about} ${time}` }));
  const begin = () => {
    const missing = [
      !chosen.sheet && "what you want to do",
      !chosen.view && "whose view it is",
      !chosen.standards.length && "one standard or more",
    ].filter(Boolean);
    if (missing.length || backwards) {
      said.textContent = missing.length ? `Choose ${missing.join(", and ")}.` : BACKWARDS;
      return;
    }
    const made = newEvaluation(index, { id: newId(), now: now(), ...chosen });
    open(made, { refused: !keep(made) });
    location.hash = `e/${made.id}`;
  };
  const pick = (sheet) => {
    chosen.sheet = sheet;
    backwards = false; // the stored dates are shown again
    if (sheet === "questions") {
      more.replaceChildren(
        element(
          "p",
          {},
          "The easy-read questions have their own pages. People can save their answers there as a file, or print the questions and fill them in by hand.",
        ),
        element(
          "p",
          { class: "buttons" },
          link("Go to the easy-read questions", here("/easy-read/questions/"), { class: "button button-first" }),
        ),
      );
      return;
    }
    const views = viewsOf(index).filter(({ id }) => sheet === "components" || id !== SEVERAL);
    const first = index.sheets.find(({ id }) => id === sheet).roles[0] ?? SEVERAL;
    if (!views.some(({ id }) => id === chosen.view)) chosen.view = first;
    more.replaceChildren(
      choice("Whose view is it?", chosen.view, views, (value) => {
        chosen.view = value;
      }),
      standardsPick(index, chosen.standards, (standards) => {
        chosen.standards = standards;
      }),
      line(
        "A name for this evaluation, such as the team and the month",
        chosen.title,
        (value) => {
          chosen.title = value;
        },
        { hint: PRIVACY, most: LONGEST_TITLE },
      ),
      period(chosen, (both) => {
        backwards = both === null;
        Object.assign(chosen, both);
      }),
      said,
      element("p", { class: "buttons" }, button("Begin", begin, { class: "button button-first" })),
    );
  };
  return {
    title: "Start a self-evaluation",
    above: [back("#list", "Your self-evaluations")],
    nodes: [radios("What do you want to do?", "", sheets, pick), more],
  };
}

/** The screen for an existing one. Items that are no longer in scope stay stored. */
export function aboutScreen(index, evaluation) {
  const set = (name) => (value) => change((one) => fitted({ ...one, [name]: value }, index));
  const views = viewsOf(index);
  return {
    title: "Name, view and standards",
    above: [back(`#e/${evaluation.id}`, "Overview")],
    nodes: [
      line("A name for this evaluation, such as the team and the month", evaluation.title, set("title"), {
        hint: PRIVACY,
        most: LONGEST_TITLE,
      }),
      evaluation.sheet === "components" ? choice("Whose view is it?", evaluation.view, views, set("view")) : null,
      line("Who took part", evaluation.took_part, set("took_part"), { hint: PRIVACY }),
      period(evaluation, (both) => both && change((one) => ({ ...one, ...both }))),
      standardsPick(index, evaluation.standards, set("standards")),
      element(
        "p",
        { class: "small" },
        "If you untick a standard, what you wrote about it is saved, and comes back if you tick it again.",
      ),
      element("p", { class: "buttons" }, link("Done", `#e/${evaluation.id}`, { class: "button button-first" })),
    ],
  };
}

/**
 * Two date fields, which are valid if the second date is not before the first. `set` is called with both, or with null
 * if they are invalid.
 */
function period(values, set) {
  const now = { period_from: values.period_from, period_to: values.period_to };
  const fits = () => !now.period_from || !now.period_to || now.period_from <= now.period_to;
  const said = element("p", { role: "alert", class: "said wrong" }, fits() ? "" : BACKWARDS);
  const write = (name) => (value) => {
    now[name] = value;
    said.textContent = fits() ? "" : BACKWARDS;
    set(fits() ? { ...now } : null);
  };
  return element(
    "div",
    {},
    element(
      "div",
      { class: "fields" },
      day("Period covered, from", values.period_from, write("period_from")),
      day("to", values.period_to, write("period_to")),
    ),
    said,
  );
}

function standardsPick(index, chosen, act) {
  const picked = new Set(chosen);
  const boxes = index.standards.map((standard) =>
    check(standardTitle(standard), picked.has(standard.id), (on) => {
      if (on) picked.add(standard.id);
      else picked.delete(standard.id);
      act(index.standards.map(({ id }) => id).filter((id) => picked.has(id)));
    }),
  );
  const all = button(
    "Tick all",
    () => {
      for (const label of boxes) if (!label.firstChild.checked) label.firstChild.click();
    },
    { "data-changes": true },
  );
  return element(
    "fieldset",
    { class: "picks picks-many" },
    element("legend", {}, "Which standards?"),
    element("p", { class: "small" }, "One is enough for a meeting."),
    ...boxes,
    element("p", { class: "buttons" }, all),
  );
}

/** A link back to the screen from which this one was opened. */
export const back = (where, words) => element("p", { class: "back" }, link(`‹ ${words}`, where));
