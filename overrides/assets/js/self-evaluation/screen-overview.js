/** The overview of an evaluation: what is done in each standard, what is left, and the next steps. */
import { element } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { carryOn } from "./carry-on.js";
import { remove, UNDO } from "./deleted.js";
import { fileWords, today } from "./device.js";
import { asks, check, link } from "./inputs.js";
import { keptWords } from "./kept-words.js";
import { actionsOf, isDone, isOverdue, progress, scopeOf, viewTitle } from "./model.js";
import { here, textsOf } from "./parts.js";
import { peopleChooser } from "./people-in.js";
import { changedOn } from "./place.js";
import { back } from "./screen-about.js";
import { close, opened } from "./session.js";
import { takeBar } from "./take-away.js";
import { aboutTitle, evaluationTitle, NOT_ANSWERED, periodOf, standardTitle, statusOf, titleOf } from "./words.js";

export async function overviewScreen(index, evaluation) {
  const texts = evaluation.kept.length ? await textsOf(index, evaluation).catch(() => ({})) : {}; // without the texts, items are named by their ids
  const { sheet, id } = evaluation;
  const { rows, all } = progress(index, evaluation);
  const late = actionsOf(evaluation).filter((action) => isOverdue(index, action, today())).length;
  const actions = actionsOf(evaluation).length;
  const facts = [
    titleOf(index.sheets, sheet),
    viewTitle(index, evaluation.view),
    periodOf(evaluation),
    changedOn(evaluation),
  ].filter(Boolean);
  const open = check("Show only what is still to do", false, (on) => {
    for (const row of list.querySelectorAll("[data-done]")) row.hidden = on;
    for (const group of list.children) group.hidden = on && !group.querySelector("li:not([hidden])");
  });
  const questions = carryOn();
  const list = element(
    "div",
    { class: "task-list" },
    scopeOf(index, evaluation).map((group) => groupOf(index, evaluation, group, rows, questions.to)),
  );
  const nodes = [
    element("p", {}, `${facts.join(". ")}.`),
    element("p", { class: "buttons" }, link("Change the name, view or standards", `#e/${id}/about`)),
    element(
      "p",
      { class: "progress" },
      element("strong", {}, `${all.done} of ${all.total} done. `),
      stateWords(index, sheet, all),
      late ? element("strong", { class: "late" }, ` ${count(late, "action")} overdue.`) : "",
    ),
    rows.length
      ? element("div", { class: "screen-only" }, open)
      : element("p", { class: "note" }, "No standard is chosen yet. Choose one under the name, view or standards."),
    list,
    questions.asked,
    element(
      "p",
      { class: "buttons" },
      link("Report", `#e/${id}/report`, { class: "button" }),
      sheet === "questions" ? null : link(`Actions by date (${actions})`, `#e/${id}/actions`, { class: "button" }),
    ),
    sheet === "components" ? peopleChooser(index) : null,
    keptNote(index, evaluation, texts),
    takeBar(
      index,
      opened, // the current one, because people's answers may have been added since this was rendered
      () => printReport(id),
    ),
    asks(
      "Delete this evaluation",
      () => element("p", {}, `Delete it from this device? ${UNDO} ${fileWords(opened())}`),
      { no: "No, keep it", yes: "Yes, delete it" },
      () => {
        close();
        remove([id]);
        location.hash = "list";
      },
    ),
  ];
  return { title: evaluationTitle(index, evaluation), above: [back("#list", "Your self-evaluations")], nodes };
}

/** Prints the report in place of this screen, which only has its headings. */
function printReport(id) {
  addEventListener("screen", () => print(), { once: true });
  location.hash = `e/${id}/report`;
}

/** The number of each state or answer, including zeros. */
function stateWords(index, sheet, { counts }) {
  const states =
    sheet === "components"
      ? index.states
      : [
          ...(sheet === "statements" ? index.statement_answers : index.question_answers),
          { id: "", title: NOT_ANSWERED },
        ];
  return `${states.map(({ id, title }) => `${title}: ${counts[id] ?? 0}`).join(". ")}.`;
}

/** `toQuestions` makes a link to the questions of a standard. */
function groupOf(index, evaluation, { standard, subjects }, rows, toQuestions) {
  const { id, sheet } = evaluation;
  const items = new Map(evaluation.items.map((item) => [item.about, item]));
  const row = rows.find((one) => one.standard === standard);
  const done = element("span", { class: "small" }, ` ${row.done} of ${row.total} done`);
  const title = `Standard ${standardTitle(standard)}`;
  const form =
    sheet === "components" ? link("Form to print", here(`/self-evaluation/${standard.id}/`), { class: "small" }) : null;
  if (sheet !== "components") {
    const to =
      sheet === "statements"
        ? link(title, `#e/${id}/s/${standard.id}`, { class: "task" })
        : toQuestions(title, here(`/easy-read/questions/${standard.id}/`), { class: "task" });
    return element("ul", { class: "tasks" }, element("li", { "data-done": row.done === row.total }, to, done));
  }
  const tasks = subjects.map(({ id: about }) => {
    const item = items.get(about);
    return element(
      "li",
      { "data-done": isDone(item, sheet) },
      link(aboutTitle(index, about), `#e/${id}/c/${about}`, { class: "task" }),
      element("span", { class: isDone(item, sheet) ? "task-is" : "task-is task-open" }, statusOf(index, item, sheet)),
    );
  });
  return element("section", {}, element("h3", {}, title, done), form, element("ul", { class: "tasks" }, tasks));
}

/** The stored items that are out of scope. */
function keptNote(index, { kept, sheet }, texts) {
  if (!kept.length) return null;
  return element(
    "section",
    { class: "note" },
    element("h3", {}, "Also in this evaluation"),
    element(
      "p",
      {},
      "You removed a standard, or a new edition dropped the part. What you wrote about it stays in the evaluation and in its file.",
    ),
    element(
      "ul",
      {},
      kept.map((item) => element("li", { class: "as-written" }, keptWords(index, item, sheet, texts))),
    ),
  );
}
