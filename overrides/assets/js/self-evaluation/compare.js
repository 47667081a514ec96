/** Two evaluations of different dates: what changed between them, thing by thing. */
import { actionsOf, isDone, saysSomething } from "./model.js";

/**
 * The two with the earlier first: by the time that they are about, else by when they were begun. Somebody may still
 * write in the earlier one, so when they were last changed tells only where nothing else does.
 */
export const earlierFirst = (one, other) => (timeOf(one) <= timeOf(other) ? [one, other] : [other, one]);

function timeOf({ period_from: from, period_to: to, created, updated }) {
  const begun = created.slice(0, 10);
  return [to || from || begun, from || to || begun, created, updated].join(" ");
}

/**
 * `{rows, unmatched}`. A row is about something that the framework has: what each says of it, how that changed, and
 * whether its words have (`reworded`). `unmatched` is what only an edition before had: it is shown and not compared.
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

/** "up", "down" and "same" compare two ratings or answers; "new", "lost" and "none" say which of the two has one. */
function changeOf(index, sheet, earlier, later) {
  const [one, other] = [earlier, later].map((item) => placeOf(index, sheet, item));
  if (one === null && other === null) return isDoneIn(later, sheet) || isDoneIn(earlier, sheet) ? "other" : "none";
  if (one === null) return "new";
  if (other === null) return "lost";
  return other > one ? "up" : other < one ? "down" : "same";
}

const isDoneIn = (item, sheet) => Boolean(item) && isDone(item, sheet);

/** Where on its scale an item stands; null where it stands nowhere. */
function placeOf(index, sheet, item) {
  if (!item) return null;
  if (sheet === "components") return item.state === "rated" ? item.rating : null;
  const answers = sheet === "statements" ? index.statement_answers : index.question_answers;
  const leans = answers.find(({ id }) => id === item.answer)?.leans;
  return leans ? ["weakness", "between", "strength"].indexOf(leans) : null;
}

/** How many rows changed in each way. */
export function changeCounts(rows) {
  const counts = {};
  for (const { change } of rows) counts[change] = (counts[change] ?? 0) + 1;
  return counts;
}

/** Every action of the two: what it was in the earlier one and is in the later one, null where it is not there. New ones come last. */
export function actionsThen(earlier, later) {
  const key = ({ about, id }) => `${about} ${id}`;
  const before = new Map(actionsOf(earlier).map((action) => [key(action), action]));
  const after = new Map(actionsOf(later).map((action) => [key(action), action]));
  return [...new Set([...before.keys(), ...after.keys()])].map((one) => ({
    earlier: before.get(one) ?? null,
    later: after.get(one) ?? null,
  }));
}
