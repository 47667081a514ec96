/** Compares two evaluations of different dates, item by item. */
import { actionsOf, isDone, saysSomething } from "./model.js";

/**
 * The two, the earlier first: by the period that they are about, otherwise by when they were begun. Somebody may still
 * edit the earlier one, so the date of the last change only decides if nothing else does.
 */
export const earlierFirst = (one, other) => (timeOf(one) <= timeOf(other) ? [one, other] : [other, one]);

function timeOf({ period_from: from, period_to: to, created, updated }) {
  const begun = created.slice(0, 10);
  return [to || from || begun, from || to || begun, created, updated].join(" ");
}

/**
 * `{rows, unmatched}`. A row is an item that the framework still has: its value in each evaluation, how it changed, and
 * whether its text changed (`reworded`). `unmatched` are items of earlier editions, which are shown but not compared.
 */
export function compare(index, earlier, later) {
  const { sheet } = later;
  const before = byAbout(earlier);
  const after = byAbout(later);
  const known = new Map();
  for (const standard of index.standards) {
    const subjects =
      sheet === "components" ? standard.components : sheet === "questions" ? standard.questions : standard.statements;
    for (const { id } of subjects) known.set(id, standard);
  }
  const rows = [...known]
    .filter(([about]) => before.has(about) || after.has(about))
    .map(([about, standard]) =>
      rowOf(index, standard, about, sheet, before.get(about) ?? null, after.get(about) ?? null),
    );
  const gone = (from, items) =>
    [...items.values()]
      .filter((item) => !known.has(item.about) && saysSomething(item, sheet))
      .map((item) => ({ from, item }));
  return { rows, unmatched: [...gone("earlier", before), ...gone("later", after)] };
}

function byAbout({ items, kept }) {
  return new Map([...kept, ...items].map((item) => [item.about, item]));
}

function rowOf(index, standard, about, sheet, earlier, later) {
  const reworded = Boolean(earlier && later && earlier.code && later.code && earlier.code !== later.code);
  return { standard, about, earlier, later, reworded, change: changeOf(index, sheet, earlier, later) };
}

/** "up", "down" and "same" if both have a rating or answer; "new", "lost" and "none" say which of the two has one. */
function changeOf(index, sheet, earlier, later) {
  const [one, other] = [earlier, later].map((item) => placeOf(index, sheet, item));
  if (one === null && other === null) return isDoneIn(later, sheet) || isDoneIn(earlier, sheet) ? "other" : "none";
  if (one === null) return "new";
  if (other === null) return "lost";
  return other > one ? "up" : other < one ? "down" : "same";
}

const isDoneIn = (item, sheet) => Boolean(item) && isDone(item, sheet);

/** The position of an item on its scale; null if it has none. */
function placeOf(index, sheet, item) {
  if (!item) return null;
  if (sheet === "components") return item.state === "rated" ? item.rating : null;
  const answers = sheet === "statements" ? index.statement_answers : index.question_answers;
  const leans = answers.find(({ id }) => id === item.answer)?.leans;
  return leans ? ["weakness", "between", "strength"].indexOf(leans) : null;
}

/** The number of rows by kind of change. */
export function changeCounts(rows) {
  const counts = {};
  for (const { change } of rows) counts[change] = (counts[change] ?? 0) + 1;
  return counts;
}

/** Every action of the two evaluations, as `earlier` and `later` (null if it is not there). New actions come last. */
export function actionsThen(earlier, later) {
  const key = ({ about, id }) => `${about} ${id}`;
  const before = new Map(actionsOf(earlier).map((action) => [key(action), action]));
  const after = new Map(actionsOf(later).map((action) => [key(action), action]));
  return [...new Set([...before.keys(), ...after.keys()])].map((one) => ({
    earlier: before.get(one) ?? null,
    later: after.get(one) ?? null,
  }));
}
