/** Names of things for pages, reports and tables. It does not touch the page. */
import { isOverdue, NO_KIND, peopleIn, SEVERAL, viewTitle } from "./model.js";

/** The title of an entry in a list; the id if there is no such entry. */
export const titleOf = (list, id) => list.find((one) => one.id === id)?.title ?? id;

/** The title of a kind of evidence. */
export const evidenceTitle = (index, kind) =>
  kind === NO_KIND ? "Kind not chosen" : titleOf(index.evidence_kinds, kind);

/** A standard's name in lists. */
export const standardTitle = ({ number, short }) => `${number}. ${short}`;

/** The component with an id and its standard, `{standard, component}`, or null. */
export function componentOf(index, about) {
  for (const standard of index.standards) {
    const component = standard.components.find(({ id }) => id === about);
    if (component) return { standard, component };
  }
  return null;
}

/** The title of an item's subject. `texts` are those of statements and questions, by id. */
export const aboutTitle = (index, about, texts = {}) =>
  componentOf(index, about)?.component.title ?? texts[about] ?? about;

/** The standard to which a subject belongs, or null. */
export const standardOf = (index, about) =>
  index.standards.find(
    ({ components, statements }) =>
      components.some(({ id }) => id === about) || statements.some(({ id }) => id === about),
  ) ?? null;

/** `4, Good`. */
export const ratingTitle = (index, rating) =>
  `${rating}, ${index.scale.find(({ number }) => number === rating)?.name ?? "not on this scale"}`;

export const NOT_ANSWERED = "Not answered yet";

/** An item's rating, state or answer, in words. */
export function statusOf(index, item, sheet) {
  if (sheet === "components")
    return item.state === "rated" ? ratingTitle(index, item.rating) : titleOf(index.states, item.state);
  const answers = sheet === "statements" ? index.statement_answers : index.question_answers;
  return item.answer ? titleOf(answers, item.answer) : NOT_ANSWERED;
}

/**
 * The answers to a sheet's statements about a component: `In place: 1, Under way: 0, Not yet: 2 (of 3 statements)`;
 * `Not answered yet` without answers.
 */
export function statementsTitle(index, { counts, of }) {
  if (!Object.keys(counts).length) return NOT_ANSWERED;
  const said = index.statement_answers.map(({ id, title }) => `${title}: ${counts[id] ?? 0}`);
  return `${said.join(", ")} (of ${of} ${of === 1 ? "statement" : "statements"})`;
}

/** The name of a filled-in sheet. */
const FILLED = { components: "Ratings", statements: "Reflection on statements", questions: "Easy-read answers" };

/** The sheet and the view: `Ratings. Leaders.` */
export const kindWords = (index, { sheet, view }) => `${FILLED[sheet]}. ${viewTitle(index, view)}.`;

/** The title of an evaluation; without one, a description with its id. */
export function evaluationTitle(index, { id, title, sheet, view }) {
  if (title.trim()) return title.trim();
  return sheet === "questions"
    ? `${FILLED[sheet]} ${id.slice(0, 4)}`
    : `${FILLED[sheet]}: ${viewTitle(index, view).toLowerCase()}`;
}

/** `28 November 2026` for a date or time in the format of files; empty for an empty one. */
export function longDay(written) {
  if (!written) return "";
  return new Date(`${written.slice(0, 10)}T12:00`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** The status of an action; empty for the next step of a statement, which has none. */
export const progressTitle = (index, { status }) => (status ? titleOf(index.statuses, status) : "");

/** When an action is due, and whether that is before `today`. */
export const dueWords = (index, action, today) =>
  action.by ? `${longDay(action.by)}${isOverdue(index, action, today) ? " (overdue)" : ""}` : "No date";

/** The period of an evaluation, in words. */
export function periodOf({ period_from: from, period_to: to }) {
  if (from && to) return `${longDay(from)} to ${longDay(to)}`;
  return from ? `From ${longDay(from)}` : to ? `Up to ${longDay(to)}` : "";
}

/** The number of people for each answer: `Yes: 3, No: 1`. Empty if there are none. */
export const countsTitle = (answers, counts) =>
  answers
    .filter(({ id }) => counts[id])
    .map(({ id, title }) => `${title}: ${counts[id]}`)
    .join(", ");

/** `3 people answered. Yes: 2, No: 1`. Empty if there are none. */
export function peopleTitle(index, counts) {
  const many = peopleIn(counts);
  if (!many) return "";
  return `${many} ${many === 1 ? "person" : "people"} answered. ${countsTitle(index.question_answers, counts)}`;
}

/** One person's easy-read answer, in words: `No, 1 November 2026: “They are too long.”` */
export function voiceTitle(index, { answer, note, on }) {
  const what = [answer ? titleOf(index.question_answers, answer) : "No answer chosen", longDay(on)].filter(Boolean);
  return `${what.join(", ")}${note ? `: “${note}”` : ""}`;
}

/** The letter for one of several evaluations in tables: A, B, C ... Z, A2, B2. */
export const letterOf = (at) => `${String.fromCharCode(65 + (at % 26))}${at > 25 ? Math.floor(at / 26) + 1 : ""}`;

/** The possible views: each role, and several together. */
export const viewsOf = (index) => [
  ...index.roles.map(({ id, title }) => ({ id, title })),
  { id: SEVERAL, title: index.several_roles },
];

/** The title of a component, with the number of its standard. */
export const inStandard = (index, about, texts) => {
  const standard = standardOf(index, about);
  return `${aboutTitle(index, about, texts)}${standard ? ` (Standard\u00A0${standard.number})` : ""}`;
};
