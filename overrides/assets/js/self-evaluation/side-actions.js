/** The actions of several evaluations in one table, by date. */
import { dayCell, filledTable, heading, paragraph } from "./blocks.js";
import { mergedActions } from "./merged-actions.js";
import { isOverdue } from "./model.js";
import { aboutTitle, dueWords, longDay, progressTitle } from "./words.js";

const HEAD = ["By when", "What", "Who", "How we will know", "Status", "About", "Letter", "In another file"];

/**
 * `letters(action)` names the files that have an action. For Excel, dates are real dates, and "overdue" is a column.
 */
export function sideActions(index, columns, letters, texts, today) {
  const all = mergedActions(columns);
  if (!all.length) return [heading("Actions by date"), paragraph("No actions written down yet.")];
  const rest = (one) => [
    one.what,
    one.role,
    one.how_known ?? "",
    progressTitle(index, one),
    aboutTitle(index, one.about, texts),
    letters(one),
    one.others.map((other) => otherwise(index, one, other)).join("; "),
  ];
  const late = (one) => isOverdue(index, one, today);
  const shown = filledTable(
    "Actions by date",
    HEAD,
    all.map((one) => [dueWords(index, one, today), ...rest(one)]),
  );
  const excel = {
    head: ["By when", "Overdue", ...HEAD.slice(1)],
    rows: all.map((one) => [dayCell(one.by), late(one) ? "Yes" : "", ...rest(one)]),
  };
  return [heading("Actions by date"), { ...shown, excel }];
}

/** What another file says about the same action, if it differs. */
const otherwise = (index, one, other) =>
  [
    other.what !== one.what && other.what,
    other.role !== one.role && other.role,
    other.how_known !== one.how_known && other.how_known,
    progressTitle(index, other),
    longDay(other.by),
  ]
    .filter(Boolean)
    .join(", ");
