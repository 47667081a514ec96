/** The views of each component in a joint evaluation, and where they differ most: for its report and for Excel. */
import { filledTable, heading, paragraph, table } from "./blocks.js";
import { apartWords, differenceOf, furthestFirst, NO_DIFFERENCE } from "./differences.js";
import { mostOf } from "./merge.js";
import { peopleSaid, SEVERAL, viewTitle } from "./model.js";
import { inStandard, letterOf, peopleTitle, statusOf } from "./words.js";

const PEOPLE = "People, in easy read";

/**
 * The items that have views: `{item, views, people, how}`, where `how` says in words how they differ; and `files`, the
 * evaluations that the views come from, in the order of the roles.
 */
export function viewsOfAll(index, items) {
  const order = [SEVERAL, ...index.roles.map(({ id }) => id)];
  const files = new Map();
  for (const { file, title, view } of items.flatMap(({ views = [] }) => views))
    if (!files.has(file)) files.set(file, { file, title, view });
  const rows = items
    .filter(({ views = [] }) => views.length)
    .map((item) => {
      const counts = peopleSaid(item.evidence);
      const difference = differenceOf(item.views, mostOf(index, counts));
      return { item, views: item.views, counts, ...difference, how: apartWords(difference) };
    });
  return { rows, files: [...files.values()].sort((a, b) => order.indexOf(a.view) - order.indexOf(b.view)) };
}

/** This part of the report; nothing if the evaluation was not made from others. */
export function viewBlocks(index, items) {
  const { rows, files } = viewsOfAll(index, items);
  if (!rows.length) return [];
  const heads = files.map(({ view }, at) => `${letterOf(at)}. ${viewTitle(index, view)}`);
  const said = ({ views }) =>
    files.map(({ file }) =>
      views
        .filter((view) => view.file === file)
        .map((view) => view.said)
        .join("\n"),
    );
  const people = ({ counts }) => peopleTitle(index, counts);
  const inOneCell = (row) =>
    [...said(row).map((words, at) => words && `${heads[at]}: ${words}`), people(row) && `${PEOPLE}: ${people(row)}`]
      .filter(Boolean)
      .join("\n");
  const named = ({ item }) => inStandard(index, item.about);
  const agreed = ({ item }) => statusOf(index, item, "components");
  const apart = furthestFirst(rows);
  const known = rows.every(({ views }) => views.every(({ state }) => state)); // older files have them only as text
  return [
    heading("What each view said"),
    table(
      "The views",
      ["Letter", "Name", "Whose view"],
      files.map(({ file, title, view }, at) => [letterOf(at), title || file, viewTitle(index, view)]),
    ),
    heading("Where views differ most", 3),
    apart.length
      ? table(
          "Where views differ most",
          ["Component", "How they differ", "What each view said", "Agreed together"],
          apart.map((row) => [named(row), row.how, inOneCell(row), agreed(row)]),
        )
      : paragraph(known ? NO_DIFFERENCE : "The file does not say how far apart the views are."),
    heading("What each view said about each component", 3),
    filledTable(
      "What each view said about each component",
      ["Component", ...heads, PEOPLE],
      rows.map((row) => [named(row), ...said(row), people(row)]),
    ),
  ];
}
