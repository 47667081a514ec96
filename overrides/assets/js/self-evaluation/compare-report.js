/**
 * The report that compares two evaluations of different dates, as blocks: what went up, what went down, and the
 * progress of actions.
 */

import { theEdition } from "../shared/editions.js";
import { heading, list, paragraph, table } from "./blocks.js";
import { actionsThen, changeCounts, compare, earlierFirst } from "./compare.js";
import { keptWords } from "./kept-words.js";
import { aboutTitle, evaluationTitle, longDay, periodOf, progressTitle, standardTitle, statusOf } from "./words.js";

const CHANGES = {
  up: "Up",
  down: "Down",
  same: "The same",
  new: "Rated for the first time",
  lost: "Rated before, not now",
  other: "Discussed, not rated",
  none: "Not looked at in either",
};
const MARKS = { up: "▲", down: "▼", same: "=" };

/**
 * `texts` are the words of statements by id. The earlier evaluation comes first, whatever the order of the arguments.
 */
export function compareReport(index, one, other, texts) {
  const [earlier, later] = earlierFirst(one, other);
  const { sheet } = later;
  const { rows, unmatched } = compare(index, earlier, later);
  const counts = changeCounts(rows);
  const status = (item) => (item ? statusOf(index, item, sheet) : "Not in this evaluation");
  const when = (evaluation) =>
    `${evaluationTitle(index, evaluation)}, ${periodOf(evaluation) || `begun ${longDay(evaluation.created || evaluation.updated)}`}`;
  return [
    heading("What has changed over time", 1),
    paragraph(`Earlier: ${when(earlier)}.`, `Later: ${when(later)}.`),
    paragraph(index.own_view),
    heading("In short"),
    table(
      "How many changed in each way",
      ["Change", "How many"],
      Object.entries(CHANGES).map(([id, words]) => [words, counts[id] ?? 0]),
    ),
    ...editions(earlier, later, rows, index, texts),
    heading("One by one"),
    table(
      "Then and now",
      ["About", "Standard", "Earlier", "Later", "Change"],
      rows
        .filter(({ change }) => change !== "none")
        .map((row) => [
          aboutTitle(index, row.about, texts),
          standardTitle(row.standard),
          status(row.earlier),
          status(row.later),
          changeWords(row),
        ]),
    ),
    ...actions(index, earlier, later, texts),
    ...gone(index, unmatched, sheet, texts),
  ];
}

const changeWords = ({ change, reworded }) =>
  [MARKS[change], `${CHANGES[change]}${reworded ? "; its words have changed since" : ""}`].filter(Boolean).join(" ");

/** A note if the two are of different editions or if texts have changed, because then they may not be comparable. */
function editions(earlier, later, rows, index, texts) {
  const reworded = rows.filter((row) => row.reworded);
  const blocks = [];
  const [before, after] = [earlier.framework.edition, later.framework.edition];
  if (before && after && before !== after)
    blocks.push(
      paragraph(
        `The earlier one is about ${theEdition(before)} and the later one about ${theEdition(after)}. We match the same part in both, even if its name has changed.`,
      ),
    );
  if (reworded.length)
    blocks.push(
      paragraph("The wording of these changed between the two, so take care when you compare them:"),
      list(
        reworded.map(({ about }) => aboutTitle(index, about, texts)),
        "Words that have changed",
      ),
    );
  return blocks;
}

/** The status of an action, and its date. The next step of a statement has no status. */
const stage = (index, action) =>
  [progressTitle(index, action), action.by && `by ${longDay(action.by)}`].filter(Boolean).join(", ") || "No date";

function actions(index, earlier, later, texts) {
  const rows = actionsThen(earlier, later).map(({ earlier: then, later: now }) => [
    (then ?? now).what,
    aboutTitle(index, (then ?? now).about, texts),
    then ? stage(index, then) : "New",
    now ? stage(index, now) : "Not in the later one",
  ]);
  return rows.length
    ? [heading("How the actions have changed"), table("Actions then and now", ["What", "About", "Then", "Now"], rows)]
    : [];
}

function gone(index, unmatched, sheet, texts) {
  if (!unmatched.length) return [];
  const line = ({ from, item }) =>
    `${from === "earlier" ? "Earlier" : "Later"}: ${keptWords(index, item, sheet, texts)}`;
  return [
    heading("What could not be matched"),
    paragraph("Parts that are not in this edition stay in the file."),
    list(unmatched.map(line), "What could not be matched"),
  ];
}
