/** An evaluation as tables, for Excel and CSV. */
import { editionNamed } from "../shared/editions.js";
import { dayCell } from "./blocks.js";
import { placed, placesOf, ROWS } from "./item-rows.js";
import { keptWords } from "./kept-words.js";
import { actionsOf, isOverdue, peopleSaid, viewTitle, voicesOf } from "./model.js";
import { viewsOfAll } from "./report-views.js";
import { evidenceTitle, progressTitle, titleOf } from "./words.js";

const SHEETS = { components: "Components", statements: "Statements", questions: "Questions" };

/**
 * The evaluation as tables, `{name, rows}` each, the headings first. `texts` are the words of statements and questions
 * by id; `today` is a date as 2026-11-28.
 */
export function tablesOf(evaluation, index, texts = {}, today = "") {
  const place = placesOf(index);
  const tables = [{ name: SHEETS[evaluation.sheet], rows: ROWS[evaluation.sheet](evaluation, index, place, texts) }];
  if (evaluation.sheet === "components") {
    tables.push(evidenceTable(evaluation, index, place));
    const voices = voicesTable(evaluation, index, place);
    const views = viewsTable(evaluation, index, place);
    tables.push(...[voices, views].filter(({ rows }) => rows.length > 1));
  }
  if (evaluation.sheet !== "questions") tables.push(actionTable(evaluation, index, place, texts, today));
  if (evaluation.kept.length) tables.push(keptTable(evaluation, index, texts));
  return [...tables, aboutTable(evaluation, index)];
}

function evidenceTable({ items }, index, place) {
  const people = index.question_answers.map(({ title }) => `Said “${title}”`);
  return {
    name: "Evidence",
    rows: [
      [
        "Standard",
        "Name of standard",
        "Component",
        "Id of component",
        "Kind",
        "Evidence",
        "Date",
        "Where to find it",
        ...people,
      ],
      ...items.flatMap((item) =>
        item.evidence.map((one) => {
          const said = peopleSaid([one]);
          return [
            ...placed(place.get(item.about)),
            item.about,
            evidenceTitle(index, one.kind),
            one.note,
            dayCell(one.on),
            one.ref,
            ...index.question_answers.map(({ id }) => said[id] ?? ""),
          ];
        }),
      ),
    ],
  };
}

/** Each person's easy-read answer, one row each. */
function voicesTable({ items }, index, place) {
  return {
    name: "People’s answers",
    rows: [
      ["Standard", "Name of standard", "Component", "Id of component", "Answer", "What they wrote", "Date", "File"],
      ...items.flatMap((item) =>
        voicesOf(item.evidence).map(({ answer, note, on, file }) => [
          ...placed(place.get(item.about)),
          item.about,
          answer ? titleOf(index.question_answers, answer) : "",
          note,
          dayCell(on),
          file,
        ]),
      ),
    ],
  };
}

/** The view of each file from which a joint evaluation was made, one row each. */
function viewsTable({ items }, index, place) {
  return {
    name: "What each view said",
    rows: [
      [
        "Standard",
        "Name of standard",
        "Component",
        "Id of component",
        "Evaluation",
        "Whose view",
        "What it said",
        "Rating",
        "How the views differ",
      ],
      ...viewsOfAll(index, items).rows.flatMap(({ item, views, how }) =>
        views.map(({ title, file, view, said, rating }) => [
          ...placed(place.get(item.about)),
          item.about,
          title || file,
          viewTitle(index, view),
          said,
          rating ?? "",
          how,
        ]),
      ),
    ],
  };
}

function actionTable(evaluation, index, place, texts, today) {
  return {
    name: "Actions",
    rows: [
      [
        "By",
        "Overdue",
        "What",
        "Who (role)",
        "How we will know",
        "Status",
        "Standard",
        "Name of standard",
        "Component or statement",
        "Id",
      ],
      ...actionsOf(evaluation).map((one) => {
        const [number, standard, title] = placed(place.get(one.about));
        return [
          dayCell(one.by),
          isOverdue(index, one, today) ? "Yes" : "",
          one.what,
          one.role,
          one.how_known ?? "",
          progressTitle(index, one),
          number,
          standard,
          title || (texts[one.about] ?? ""),
          one.about,
        ];
      }),
    ],
  };
}

/** The stored items out of scope, as text. */
const keptTable = ({ kept, sheet }, index, texts) => ({
  name: "Also in this evaluation",
  rows: [["Id", "What was said"], ...kept.map((item) => [item.about, keptWords(index, item, sheet, texts)])],
});

function aboutTable(evaluation, index) {
  const { title, edition, version } = evaluation.framework;
  return {
    name: "About",
    rows: [
      ["What", "Value"],
      ["Title", evaluation.title],
      ["Whose view", viewTitle(index, evaluation.view)],
      ["Who took part", evaluation.took_part],
      ["From", dayCell(evaluation.period_from)],
      ["To", dayCell(evaluation.period_to)],
      ["Started", dayCell(evaluation.created.slice(0, 10))],
      ["Last changed", dayCell(evaluation.updated.slice(0, 10))],
      ["Framework", [title, edition && editionNamed(edition), `version ${version}`].filter(Boolean).join(", ")],
      ["Id", evaluation.id],
      ...evaluation.log.map(({ on, what }) => [`Log, ${on.slice(0, 10)}`, what]),
    ],
  };
}
