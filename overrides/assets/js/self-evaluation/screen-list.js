/** The evaluations on this device: begin one, open a file, view several side by side, delete. */
import { element } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { remove as deleteAll, UNDO, wayBack } from "./deleted.js";
import { fileOf, fileWords, isInFile, keptEvaluations, today } from "./device.js";
import { fileChooser } from "./files-in.js";
import { asks, button, link } from "./inputs.js";
import { actionsOf, fitted, isOverdue, progress, viewTitle } from "./model.js";
import { changedOn } from "./place.js";
import { onlyHere } from "./session.js";
import { saveText } from "./take-away.js";
import { evaluationTitle, kindWords, standardTitle } from "./words.js";

export function listScreen(index, remark) {
  const rest = element("div", {});
  const draw = () => rest.replaceChildren(...kept(index, draw).filter(Boolean));
  draw();
  const nodes = [
    remark && element("p", { class: "note", role: "status" }, remark),
    element("p", { class: "buttons" }, link("Start a self-evaluation", "#new", { class: "button button-first" })),
    fileChooser(index, draw),
    rest,
  ];
  return { title: "Your self-evaluations", nodes, list: true };
}

/** The evaluations on the device and in this tab, with their actions. `draw` renders the list again. */
function kept(index, draw) {
  const all = keptEvaluations(index);
  const inTab = onlyHere();
  const onDevice = all.filter(({ damaged, id }) => !damaged && !inTab.some((one) => one.id === id));
  const fine = [...inTab, ...onDevice.map(({ evaluation }) => evaluation)];
  const broken = all.filter(({ damaged }) => damaged);
  const many = fine.length + broken.length;
  const back = wayBack(() => {
    draw();
    document.querySelector("[data-screen-title]").focus();
  });
  if (!many)
    return [back, element("p", {}, back ? "Nothing is saved on this device." : "Nothing is saved on this device yet.")];
  const remove = (ids) => {
    deleteAll(ids);
    draw();
    document.querySelector("[data-deleted] button").focus();
  };
  const unsaved = fine.filter((one) => !isInFile(one));
  return [
    back,
    fine.length
      ? element(
          "ul",
          { class: "evaluation-list" },
          fine.map((one) => entry(index, one, remove)),
        )
      : null,
    ...broken.map((one) => damagedEntry(index, one, remove)),
    fine.length > 1 ? several(index, fine) : null,
    asks(
      "Delete all evaluations on this device",
      () => allAsked(index, many, unsaved),
      { no: many === 1 ? "No, keep it" : "No, keep them", yes: "Yes, delete all" },
      () => remove([...fine, ...broken].map(({ id }) => id)),
    ),
  ];
}

/** The question before everything is deleted: how many there are, and which have not been saved as a file. */
function allAsked(index, many, unsaved) {
  const lost = unsaved.length
    ? [
        element(
          "p",
          {},
          `${unsaved.length === 1 ? "This one is" : "These are"} not saved as a file and would be lost:`,
        ),
        element(
          "ul",
          {},
          unsaved.map((one) => element("li", {}, link(evaluationTitle(index, one), `#e/${one.id}`))),
        ),
        element("p", {}, "To save a file, open the evaluation first."),
      ]
    : [element("p", {}, "This does not delete files that you saved.")];
  return [element("p", {}, `Delete ${count(many, "evaluation")} from this device? ${UNDO}`), ...lost];
}

function entry(index, one, remove) {
  const { all } = progress(index, fitted(one, index));
  const late = actionsOf(one).filter((action) => isOverdue(index, action, today())).length;
  const standards = index.standards.filter(({ id }) => one.standards.includes(id));
  const file = fileOf(one.id);
  const facts = [
    kindWords(index, one),
    standards.length === 1 ? `Standard ${standardTitle(standards[0])}.` : `${count(standards.length, "standard")}.`,
    `${all.done} of ${all.total} done${late ? `, ${count(late, "action")} overdue` : ""}.`,
    onlyHere().includes(one)
      ? "Only in this tab: your browser cannot save it. Save a file."
      : `${changedOn(one)}${file ? (file.revision === one.revision ? ", also in a file" : ", changed since its file was saved") : ", not saved as a file"}.`,
  ];
  const title = evaluationTitle(index, one);
  return element(
    "li",
    { class: "evaluation" },
    element("h3", { class: "evaluation-title" }, link(title, `#e/${one.id}`)),
    element("p", { class: "small" }, facts.join(" ")),
    asks(
      "Delete",
      () => element("p", {}, `Delete “${title}” from this device? ${UNDO} ${fileWords(one)}`),
      { no: "No, keep it", yes: "Yes, delete it" },
      () => remove([one.id]),
    ),
  );
}

/** A damaged evaluation, which is only deleted when somebody says so. */
function damagedEntry(index, { id, text, evaluation, problems }, remove) {
  const read = evaluation
    ? button("Save what could be read as a copy", async () => {
        const { keepCopy } = await import("./copies.js");
        keepCopy(index, evaluation);
      })
    : null;
  return element(
    "section",
    { class: "evaluation damaged" },
    element("h3", {}, `Damaged: ${evaluation?.title || "an evaluation that cannot be read"}`),
    element("p", {}, "Part of the copy on this device is missing. We keep what is left until you delete it."),
    element(
      "ul",
      {},
      problems.map((problem) => element("li", {}, problem)),
    ),
    element(
      "p",
      { class: "buttons" },
      read,
      button("Save the damaged one as a file", () => saveText(text, `self-evaluation-damaged-${id.slice(0, 4)}.json`)),
    ),
    asks(
      "Delete the damaged one",
      () => element("p", {}, `Delete it from this device? ${UNDO}`),
      { no: "No, keep it", yes: "Yes, delete it" },
      () => remove([id]),
    ),
  );
}

/** Why some evaluations cannot be compared over time, in words; empty if they can. */
export function notOverTime(some) {
  if (some.length !== 2) return "Tick two first: an earlier one and a later one.";
  return some[0].sheet === some[1].sheet ? "" : "These two are of different types. Compare them side by side instead.";
}

/** The choice of evaluations to view side by side, or over time. */
function several(index, fine) {
  const said = element("p", { role: "status", class: "said" });
  const boxes = fine.map((one) => {
    const box = element("input", { type: "checkbox", value: one.id });
    return {
      box,
      one,
      label: element(
        "label",
        { class: "pick" },
        box,
        element(
          "span",
          {},
          element("strong", {}, evaluationTitle(index, one)),
          element("span", { class: "small" }, `${viewTitle(index, one.view)}. ${changedOn(one)}.`),
        ),
      ),
    };
  });
  const chosen = () => boxes.filter(({ box }) => box.checked).map(({ one }) => one);
  const to = (kind, some) => location.assign(`#${kind}/${some.map(({ id }) => id).join(",")}`);
  return element(
    "form",
    { class: "several" },
    element(
      "fieldset",
      { class: "picks" },
      element("legend", {}, "Look at several together"),
      boxes.map(({ label }) => label),
    ),
    element(
      "p",
      { class: "buttons" },
      button("Compare side by side", () => {
        const some = chosen();
        if (some.length > 1) to("side", some);
        else said.textContent = "Tick two or more first.";
      }),
      button("What has changed over time", () => {
        const some = chosen();
        said.textContent = notOverTime(some);
        if (!said.textContent) to("time", some);
      }),
    ),
    said,
  );
}
