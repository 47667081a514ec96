/** Parts of reports: actions by date, and the sheets that are answered instead of rated. */
import { heading, paragraph, table } from "./blocks.js";
import { actionsOf } from "./model.js";
import { aboutTitle, dueWords, NOT_ANSWERED, progressTitle, standardOf, statusOf } from "./words.js";

/** The actions by date, with a mark on those that are overdue. */
export function actionBlocks(index, evaluation, texts, today) {
  const actions = actionsOf(evaluation);
  if (!actions.length) return [heading("What we will do next"), paragraph("No actions written down yet.")];
  const row = (one) => [
    dueWords(index, one, today),
    one.what,
    one.role,
    one.how_known ?? "",
    progressTitle(index, one),
    aboutTitle(index, one.about, texts),
  ];
  return [
    heading("What we will do next"),
    table("Actions by date", ["By when", "What", "Who", "How we will know", "Status", "About"], actions.map(row)),
  ];
}

/** A role's answers to its statements, grouped by answer. */
export function statementReport(index, evaluation, texts, today) {
  const groups = [...index.statement_answers, { id: "", title: NOT_ANSWERED }].map(({ id, title }) => [
    title,
    evaluation.items.filter((item) => item.answer === id),
  ]);
  return [
    ...groups
      .filter(([, some]) => some.length)
      .flatMap(([title, some]) => [heading(title), answeredTable(index, title, some, texts)]),
    ...actionBlocks(index, evaluation, texts, today),
  ];
}

/** Empty columns are left out. */
function answeredTable(index, title, items, texts) {
  const written = items.some((item) => item.evidence || item.next_step);
  return table(
    title,
    ["Standard", "Statement", ...(written ? ["Our evidence", "Next step"] : [])],
    items.map((item) => [
      numberOf(index, item),
      texts[item.about] ?? item.about,
      ...(written ? [item.evidence, item.next_step] : []),
    ]),
  );
}

const numberOf = (index, { about }) => standardOf(index, about)?.number ?? "";

/** One person's easy-read answers. */
export function questionReport(index, { items }, texts) {
  const rows = items.map((item) => [
    numberOf(index, item),
    texts[item.about] ?? aboutTitle(index, item.about),
    statusOf(index, item, "questions"),
    item.note,
  ]);
  return [heading("Answers"), table("Answers", ["Standard", "Question", "Answer", "Note"], rows)];
}
