/** Writes an evaluation as a file, and as tables. A file that is read again is the same evaluation. */
import { actionsOf, peopleSaid, scopeOf, viewTitle, voicesOf } from "./model.js";
import { evidenceTitle } from "./words.js";

/** The text of the file. */
export const writeFile = (evaluation) => `${JSON.stringify(evaluation, null, 1)}\n`;

/**
 * The name of the file, by which several can be told apart: what it is, whose view, the standard if it is one, the day
 * and four signs of its own. No words of a person are in it. `ending` as in ".json".
 */
export function fileName(index, { sheet, view, standards, id }, ending, today) {
  const own = index.standards.filter((one) => standards.includes(one.id));
  const names = [
    sheet === "questions" ? "easy-read-answers" : "self-evaluation",
    sheet !== "questions" && index.roles.some((role) => role.id === view) && view,
    own.length === 1 ? own[0].id : own.length && `${own.length}-standards`,
    today,
    id.slice(0, 4),
  ];
  return `${names.filter(Boolean).join("-")}${ending}`;
}

const SHEETS = { components: "Components", statements: "Statements", questions: "Questions" };

/**
 * The evaluation as tables, each `{name, rows}` with its headings first. `texts` are the words of statements and
 * questions by their ids.
 */
export function tablesOf(evaluation, index, texts = {}) {
  const place = placesOf(evaluation, index);
  const tables = [{ name: SHEETS[evaluation.sheet], rows: ROWS[evaluation.sheet](evaluation, index, place, texts) }];
  if (evaluation.sheet === "components") {
    tables.push(evidenceTable(evaluation, index, place));
    const voices = voicesTable(evaluation, index, place);
    if (voices.rows.length > 1) tables.push(voices);
  }
  if (evaluation.sheet !== "questions") tables.push(actionTable(evaluation, index, place, texts));
  if (evaluation.kept.length) tables.push(keptTable(evaluation));
  return [...tables, aboutTable(evaluation, index)];
}

/** Where each item stands: the number and the name of its standard, and its own title. */
function placesOf(evaluation, index) {
  const titles = new Map(index.standards.flatMap(({ components }) => components.map(({ id, title }) => [id, title])));
  return new Map(
    scopeOf(index, evaluation).flatMap(({ standard, subjects }) =>
      subjects.map(({ id }) => [
        id,
        { number: standard.number, standard: standard.short, title: titles.get(id) ?? "" },
      ]),
    ),
  );
}

const titleOf = (list, id) => list.find((one) => one.id === id)?.title ?? id;
const placed = ({ number = "", standard = "", title = "" } = {}) => [number, standard, title];

const ROWS = {
  components: ({ items }, index, place) => [
    [
      "Standard",
      "Name of standard",
      "Component",
      "Id",
      "State",
      "Rating",
      "Name of rating",
      "Reason",
      "Strengths",
      "To improve",
      "Who took part",
      "Priority",
      "Evidence",
      "Changed",
    ],
    ...items.map((item) => [
      ...placed(place.get(item.about)),
      item.about,
      titleOf(index.states, item.state),
      item.rating ?? "",
      index.scale.find(({ number }) => number === item.rating)?.name ?? "",
      item.reason,
      item.strengths,
      item.improve,
      item.took_part,
      item.priority ? "Yes" : "No",
      item.evidence.length,
      item.changed.slice(0, 10),
    ]),
  ],
  statements: ({ items }, index, place, texts) => [
    [
      "Standard",
      "Name of standard",
      "Statement",
      "Id",
      "Answer",
      "Our evidence",
      "Next step",
      "Who (role)",
      "By",
      "Changed",
    ],
    ...items.map((item) => [
      ...placed(place.get(item.about)).slice(0, 2),
      texts[item.about] ?? "",
      item.about,
      item.answer ? titleOf(index.statement_answers, item.answer) : "Not answered",
      item.evidence,
      item.next_step,
      item.who,
      item.by,
      item.changed.slice(0, 10),
    ]),
  ],
  questions: ({ items }, index, place, texts) => [
    ["Standard", "Name of standard", "Question", "About", "Id", "Answer", "Note"],
    ...items.map((item) => {
      const [number, standard, title] = placed(place.get(item.about));
      const answer = item.answer ? titleOf(index.question_answers, item.answer) : "Not answered";
      return [number, standard, texts[item.about] ?? "", title, item.about, answer, item.note];
    }),
  ],
};

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
            one.on,
            one.ref,
            ...index.question_answers.map(({ id }) => said[id] ?? ""),
          ];
        }),
      ),
    ],
  };
}

/** What each person said in easy read, a row for each. */
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
          on,
          file,
        ]),
      ),
    ],
  };
}

function actionTable(evaluation, index, place, texts) {
  return {
    name: "Actions",
    rows: [
      [
        "By",
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
        const status = one.status ? titleOf(index.statuses, one.status) : "";
        return [
          one.by,
          one.what,
          one.role,
          one.how_known ?? "",
          status,
          number,
          standard,
          title || (texts[one.about] ?? ""),
          one.about,
        ];
      }),
    ],
  };
}

function keptTable({ kept }) {
  return {
    name: "Kept",
    rows: [["Id", "What was said"], ...kept.map(({ about, code, ...said }) => [about, JSON.stringify(said)])],
  };
}

function aboutTable(evaluation, index) {
  return {
    name: "About",
    rows: [
      ["What", "Value"],
      ["Title", evaluation.title],
      ["Whose view", viewTitle(index, evaluation.view)],
      ["Who took part", evaluation.took_part],
      ["From", evaluation.period_from],
      ["To", evaluation.period_to],
      ["Started", evaluation.created.slice(0, 10)],
      ["Last changed", evaluation.updated.slice(0, 10)],
      [
        "Framework",
        `${evaluation.framework.title}, ${evaluation.framework.edition} edition, version ${evaluation.framework.version}`,
      ],
      ["Id", evaluation.id],
      ...evaluation.log.map(({ on, what }) => [`Log, ${on.slice(0, 10)}`, what]),
    ],
  };
}
