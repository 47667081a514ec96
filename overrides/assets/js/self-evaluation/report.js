/**
 * The report of one evaluation as blocks: headings, paragraphs, lists, tables and charts. The page, print and Word all
 * use them, so that all three say the same.
 */
import { editionNamed } from "../shared/editions.js";
import { heading, list, paragraph, table } from "./blocks.js";
import { keptWords, NOT_IN_SCOPE } from "./kept-words.js";
import { isWritten, peopleIn, peopleSaid, progress, viewTitle, voicesOf } from "./model.js";
import { actionBlocks, questionReport, statementReport } from "./report-answers.js";
import { viewBlocks } from "./report-views.js";
import {
  evaluationTitle,
  evidenceTitle,
  inStandard,
  longDay,
  NOT_ANSWERED,
  peopleTitle,
  periodOf,
  standardTitle,
  statusOf,
  titleOf,
} from "./words.js";

/** `texts` are the words of statements and questions by id; `today` is a date as 2026-11-28. */
export function reportOf(index, evaluation, texts, today) {
  const { sheet } = evaluation;
  const middle = { components: componentReport, statements: statementReport, questions: questionReport }[sheet];
  return [
    heading(evaluationTitle(index, evaluation), 1),
    ...lookedAt(index, evaluation),
    ...middle(index, evaluation, texts, today),
    ...keptOf(index, evaluation, texts),
  ];
}

/** What was evaluated, when, by whom, and the progress. */
function lookedAt(index, evaluation) {
  const { rows, all } = progress(index, evaluation);
  const { framework, took_part: tookPart, updated, view } = evaluation;
  const said = [
    `Whose view: ${viewTitle(index, view)}.`,
    periodOf(evaluation) && `Period covered: ${periodOf(evaluation)}.`,
    tookPart && `Who took part: ${tookPart}`,
    `Last changed: ${longDay(updated)}. ${[framework.title, framework.edition && editionNamed(framework.edition)].filter(Boolean).join(", ")}.`,
  ].filter(Boolean);
  const states = statesOf(index, evaluation.sheet);
  const counts = ({ counts: own }) => states.map(({ id }) => own[id] ?? 0);
  return [
    paragraph(...said),
    paragraph(index.own_view),
    heading("What we looked at"),
    table(
      "Numbers for each standard",
      ["Standard", "Total", ...states.map(({ title }) => title)],
      [
        ...rows.map((row) => [standardTitle(row.standard), row.total, ...counts(row)]),
        ...(rows.length > 1 ? [["All standards", all.total, ...counts(all)]] : []),
      ],
    ),
    chartOf(index, evaluation, rows),
  ];
}

/** The possible states of an item on a sheet, as the headings of tables. */
function statesOf(index, sheet) {
  if (sheet === "components") return [...index.states].sort((a, b) => rank(a) - rank(b));
  return [
    ...(sheet === "statements" ? index.statement_answers : index.question_answers),
    { id: "", title: NOT_ANSWERED },
  ];
}

const rank = ({ id }) => ["rated", "not-enough-evidence", "does-not-apply", "not-looked-at"].indexOf(id);

/** The number of each rating or answer, by standard. */
function chartOf(index, { sheet }, rows) {
  const steps =
    sheet === "components"
      ? index.scale.map(({ number, name }) => ({ id: String(number), title: `${number}, ${name}` }))
      : statesOf(index, sheet).filter(({ id }) => id);
  const parts = (row) => steps.map(({ id }) => (sheet === "components" ? row.ratings[id] : row.counts[id]) ?? 0);
  const inWords = (row) =>
    parts(row)
      .map((many, at) => many && `${steps[at].title}: ${many}`)
      .filter(Boolean);
  const drawn = rows.map((row) => ({
    title: standardTitle(row.standard),
    parts: parts(row),
    total: row.total,
    words: `${inWords(row).join("; ") || "none"}, of ${row.total}.`,
  }));
  return {
    kind: "chart",
    title: sheet === "components" ? "Ratings in each standard" : "Answers in each standard",
    steps,
    rows: drawn,
  };
}

function componentReport(index, evaluation, texts, today) {
  const { items } = evaluation;
  const named = ({ about }) => inStandard(index, about, texts);
  const some = (blocks, none) => (blocks.length ? blocks : [paragraph(none)]);
  const improve = items.filter((item) => item.improve).sort((a, b) => Number(b.priority) - Number(a.priority));
  const tookPart = items.some((item) => item.took_part);
  const listed = (chosen, words) => (chosen.length ? [list(chosen.map(words))] : []);
  return [
    ...prioritiesOf(items, named),
    heading("Each component"),
    table(
      "Rating of each component",
      ["Component", "Where we are", "Why", "Kinds of evidence", ...(tookPart ? ["Who took part"] : [])],
      items.map((item) => [
        named(item),
        statusOf(index, item, "components"),
        item.reason,
        kindsOf(index, item),
        ...(tookPart ? [item.took_part] : []),
      ]),
    ),
    heading("Strengths"),
    ...some(
      listed(
        items.filter((item) => item.strengths),
        (item) => `${named(item)}: ${item.strengths}`,
      ),
      "None written down yet.",
    ),
    heading("What to improve"),
    ...some(
      listed(improve, (item) => `${item.priority ? "Priority. " : ""}${named(item)}: ${item.improve}`),
      "Nothing written down yet.",
    ),
    ...actionBlocks(index, evaluation, texts, today),
    ...viewBlocks(index, items),
    heading("How we know"),
    ...some(
      items.some((item) => item.evidence.some(isWritten))
        ? [
            table(
              "Evidence",
              ["Component", "Kind", "What it shows", "Date", "Where to find it"],
              items.flatMap((item) =>
                item.evidence
                  .filter(isWritten)
                  .map((one) => [
                    named(item),
                    evidenceTitle(index, one.kind),
                    noteOf(index, one),
                    longDay(one.on),
                    one.ref,
                  ]),
              ),
            ),
          ]
        : [],
      "No evidence written down yet.",
    ),
    ...peopleBlocks(index, items, named),
    ...nobody(index, items, named),
  ];
}

/** The priorities for improvement, which come first. */
function prioritiesOf(items, named) {
  const first = items.filter(({ priority }) => priority);
  if (!first.length) return [];
  return [heading("Our priorities"), list(first.map((item) => [named(item), item.improve].filter(Boolean).join(": ")))];
}

const kindsOf = (index, item) =>
  [...new Set(item.evidence.filter(isWritten).map(({ kind }) => evidenceTitle(index, kind)))].join(", ") || "None";
const noteOf = (index, one) => [one.note, peopleTitle(index, peopleSaid([one]))].filter(Boolean).join("\n");

/** People's answers, which are beside the ratings and never part of them. */
function peopleBlocks(index, items, named) {
  const said = items.map((item) => [item, peopleSaid(item.evidence)]).filter(([, counts]) => peopleIn(counts));
  const wrote = items.flatMap((item) =>
    voicesOf(item.evidence)
      .filter(({ note }) => note)
      .map(({ answer, note }) => [named(item), answer ? titleOf(index.question_answers, answer) : "", note]),
  );
  if (!said.length && !wrote.length) return [];
  return [
    heading("What people said in easy read"),
    table(
      "How many people gave each answer",
      ["Component", "Our rating", "People", ...index.question_answers.map(({ title }) => title)],
      said.map(([item, counts]) => [
        named(item),
        statusOf(index, item, "components"),
        peopleIn(counts),
        ...index.question_answers.map(({ id }) => counts[id] ?? 0),
      ]),
    ),
    ...(wrote.length ? [heading("What people wrote", 3)] : []),
    table("What people wrote", ["Component", "Answer", "In their words"], wrote),
  ];
}

/** The gaps: not looked at, rated without evidence, or without people's views. */
function nobody(index, items, named) {
  const people = index.evidence_kinds.find((kind) => kind.from_people)?.id;
  const rated = items.filter(({ state }) => state === "rated");
  const groups = [
    [titleOf(index.states, "not-looked-at"), items.filter(({ state }) => state === "not-looked-at")],
    [titleOf(index.states, "not-enough-evidence"), items.filter(({ state }) => state === "not-enough-evidence")],
    ["Rated without any evidence", rated.filter(({ evidence }) => !evidence.some(isWritten))],
    [
      `Rated without ${titleOf(index.evidence_kinds, people).toLowerCase()}`,
      rated.filter(({ evidence }) => !evidence.some((one) => one.kind === people && isWritten(one))),
    ],
  ];
  return groups.filter(([, some]) => some.length).flatMap(([title, some]) => [heading(title), list(some.map(named))]);
}

/** The stored items out of scope, or of another edition. */
function keptOf(index, { kept, sheet }, texts) {
  if (!kept.length) return [];
  return [
    heading("Also in this evaluation"),
    paragraph(NOT_IN_SCOPE),
    list(kept.map((item) => keptWords(index, item, sheet, texts))),
  ];
}
