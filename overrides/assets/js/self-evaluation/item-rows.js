/** The items of an evaluation (components, statements or questions) as table rows. */
import { dayCell } from "./blocks.js";
import { titleOf } from "./words.js";

/** For every item, also stored ones out of scope: the number and name of its standard, and its title. */
export const placesOf = (index) =>
  new Map(
    index.standards.flatMap(({ number, short: standard, components, statements }) =>
      [...statements.map(({ id }) => ({ id, title: "" })), ...components].map(({ id, title }) => [
        id,
        { number, standard, title },
      ]),
    ),
  );

export const placed = ({ number = "", standard = "", title = "" } = {}) => [number, standard, title];

/** The rows for the items of each sheet, the headings first. */
export const ROWS = {
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
      dayCell(item.changed.slice(0, 10)),
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
      dayCell(item.by),
      dayCell(item.changed.slice(0, 10)),
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
