/**
 * The report of several evaluations side by side, as blocks: where views differ most, what evidence is missing, who
 * will do what by when.
 */

import { filledTable, heading, list, paragraph, table } from "./blocks.js";
import { apartWords, NO_DIFFERENCE } from "./differences.js";
import { keptWords, NOT_IN_SCOPE } from "./kept-words.js";
import { differences, gaps, merge } from "./merge.js";
import { isWritten, NO_KIND, peopleSaid as saidIn, viewTitle } from "./model.js";
import { sideActions } from "./side-actions.js";
import {
  evaluationTitle,
  evidenceTitle,
  inStandard,
  letterOf,
  longDay,
  peopleTitle,
  periodOf,
  ratingTitle,
  standardTitle,
  statementsTitle,
  titleOf,
} from "./words.js";

/** `texts` are the words of statements by id; `today` is a date as 2026-11-28. */
export function sideReport(index, evaluations, texts, today) {
  const merged = merge(index, evaluations);
  const people = index.evidence_kinds.find((kind) => kind.from_people)?.id;
  const letters = new Map([...merged.columns, ...merged.people].map(({ id }, at) => [id, letterOf(at)]));
  return [
    heading("Side by side", 1),
    paragraph("Each view has its own column. Nothing is added up, and nothing here is a grade."),
    ...whoIsWho(index, merged, letters),
    ...differ(index, merged, letters),
    ...missing(index, merged, people),
    ...sideActions(index, merged.columns, (one) => lettersOf(one, letters), texts, today),
    ...standards(index, merged, letters),
    ...kept(index, merged, letters, texts),
  ];
}

/** The letters of the files that have an action or a piece of evidence. */
const lettersOf = ({ files }, letters) =>
  files
    .map((id) => letters.get(id))
    .sort(byLetter)
    .join(", ");

/** Sorts A before B, and Z before A2. */
const byLetter = (one, other) => one.length - other.length || (one < other ? -1 : 1);

function whoIsWho(index, { columns, people }, letters) {
  const row = (one) => [
    letters.get(one.id),
    evaluationTitle(index, one),
    viewTitle(index, one.view),
    titleOf(index.sheets, one.sheet),
    periodOf(one),
    longDay(one.updated),
    one.took_part,
  ];
  const rows = [...columns, ...people].map(row);
  return [
    heading("Whose views these are"),
    filledTable(
      "The evaluations",
      ["Letter", "Name", "Whose view", "Kind", "Period covered", "Last changed", "Who took part"],
      rows,
    ),
  ];
}

/** One view of a component, in words; with its reason if `why` is true. */
function said(index, cell, why) {
  if (!cell) return "Not in this one";
  if (cell.state === "statements") return statementsTitle(index, cell);
  const where = cell.state === "rated" ? ratingTitle(index, cell.rating) : titleOf(index.states, cell.state);
  return why && cell.item.reason ? `${where}\n${cell.item.reason}` : where;
}

const peopleSaid = (index, { people }) => peopleTitle(index, people.counts) || "Nothing yet";

const heads = ({ columns }, letters) => columns.map(({ id }) => letters.get(id));
const cells = (index, row, why = false) => row.cells.map((cell) => said(index, cell, why));

function differ(index, merged, letters) {
  const rows = differences(merged);
  if (!rows.length)
    return [
      heading("Where views differ most"),
      paragraph(
        merged.columns.length
          ? NO_DIFFERENCE
          : "These are only people’s answers in easy read. There is no other view to compare them with.",
      ),
    ];
  return [
    heading("Where views differ most"),
    table(
      "Views that differ, the furthest apart first",
      ["Component", "How they differ", ...heads(merged, letters), "People, in easy read"],
      rows.map((row) => [
        inStandard(index, row.component.id),
        apartWords(row),
        ...cells(index, row, true),
        peopleSaid(index, row),
      ]),
      "Where views differ most",
    ),
  ];
}

const isRated = ({ standards }) =>
  standards.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell?.rating)));

function missing(index, merged, people) {
  const { nobody, notEnough, bare, withoutPeople } = gaps(merged, people);
  const groups = [
    ["Rated without any evidence", bare],
    [`Rated without ${titleOf(index.evidence_kinds, people).toLowerCase()}`, withoutPeople],
    [titleOf(index.states, "not-enough-evidence"), notEnough],
    [titleOf(index.states, "not-looked-at"), nobody],
  ];
  const lacks = (about) => groups.filter(([, own]) => own.some(({ component }) => component.id === about));
  const rows = merged.standards
    .flatMap(({ rows: own }) => own.map(({ component }) => component.id))
    .map((about) => [
      inStandard(index, about),
      lacks(about)
        .map(([title]) => title)
        .join("\n"),
    ])
    .filter(([, what]) => what);
  if (!rows.length)
    return [
      heading("Where evidence is missing"),
      paragraph(isRated(merged) ? "Every rating has evidence, including people’s views." : "Nothing is rated yet."),
    ];
  return [
    heading("Where evidence is missing"),
    table("Where evidence is missing", ["Component", "What is missing"], rows),
  ];
}

function standards(index, merged, letters) {
  return merged.standards.flatMap(({ standard, rows }) => [
    heading(`Standard ${standardTitle(standard)}`),
    table(
      `Standard ${standardTitle(standard)}, each component`,
      ["Component", ...heads(merged, letters), "People, in easy read", "How they differ"],
      rows.map((row) => [row.component.title, ...cells(index, row), peopleSaid(index, row), apartWords(row)]),
      `Standard ${standard.number}, components`,
    ),
    ...reasons(standard, rows, heads(merged, letters)),
    ...evidence(index, standard, rows, letters),
    ...wrote(index, standard, rows),
    dots(index, merged, letters, standard, rows),
  ]);
}

/** The reasons of each view: its reason, strengths, improvements, and who took part. */
function reasons(standard, rows, letters) {
  const inWords = (cell) =>
    [
      ["Why", cell?.item?.reason],
      ["Strengths", cell?.item?.strengths],
      ["To improve", cell?.item?.improve],
      ["Who took part", cell?.item?.took_part],
      ["Priority", cell?.item?.priority && "yes"],
    ]
      .filter(([, words]) => words)
      .map(([name, words]) => `${name}: ${words}`)
      .join("\n");
  const all = rows.map(({ component, cells: own }) => [component.title, ...own.map(inWords)]);
  const those = letters.map((_, at) => at).filter((at) => all.some((row) => row[at + 1]));
  return under(
    ["Reasons, strengths and what to improve", "reasons"],
    standard,
    ["Component", ...those.map((at) => letters[at])],
    all
      .map(([title, ...said]) => [title, ...those.map((at) => said[at])])
      .filter((row) => row.some((one, at) => at && one)),
  );
}

/** The evidence of each view. */
function evidence(index, standard, rows, letters) {
  const row = (component, one) => [
    component.title,
    [one.note, peopleTitle(index, saidIn([one]))].filter(Boolean).join("\n"),
    one.kind === NO_KIND ? "" : evidenceTitle(index, one.kind),
    longDay(one.on),
    one.ref,
    lettersOf(one, letters),
  ];
  return under(
    ["Evidence", "evidence"],
    standard,
    ["Component", "What it shows", "Kind", "Date", "Where to find it", "Letter"],
    rows.flatMap(({ component, evidence: pieces }) => pieces.filter(isWritten).map((one) => row(component, one))),
  );
}

/** What people wrote in easy read, in their own words. */
function wrote(index, standard, rows) {
  return under(
    ["What people wrote in easy read", "people wrote"],
    standard,
    ["Component", "Answer", "In their words"],
    rows.flatMap(({ component, people }) =>
      people.voices
        .filter(({ note }) => note)
        .map(({ answer, note }) => [component.title, answer ? titleOf(index.question_answers, answer) : "", note]),
    ),
  );
}

/**
 * A table that follows a standard's table, with its own heading and a short name in Excel; nothing if it has no rows.
 */
function under([title, short], standard, head, rows) {
  if (!rows.length) return [];
  const caption = `Standard ${standardTitle(standard)}: ${title.toLowerCase()}`;
  return [heading(title, 3), filledTable(caption, head, rows, `Standard ${standard.number}, ${short}`)];
}

/** The position of each view on the scale, as a chart of the previous table. */
function dots(index, { columns }, letters, standard, rows) {
  const places = rows.map((row) => ({
    title: row.component.title,
    marks: row.cells.flatMap((cell, at) =>
      cell?.rating ? [{ at: cell.rating, letter: letters.get(columns[at].id) }] : [],
    ),
  }));
  const steps = [...index.scale].sort((a, b) => a.number - b.number).map(({ number, name }) => ({ number, name }));
  return { kind: "dots", title: `Ratings in Standard ${standardTitle(standard)}`, steps, rows: places };
}

function kept(index, { kept: items }, letters, texts) {
  if (!items.length) return [];
  return [
    heading("What could not be matched"),
    paragraph(NOT_IN_SCOPE),
    list(
      items.map(({ file, sheet, item }) => `${letters.get(file)}: ${keptWords(index, item, sheet, texts)}`),
      "What could not be matched",
    ),
  ];
}
