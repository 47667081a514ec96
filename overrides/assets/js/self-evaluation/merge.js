/**
 * Puts several evaluations side by side. Nothing is added up: each keeps its own column, and only people's answers in
 * easy read are counted together. The same files in another order, or one of them twice, give the same.
 */
import { differenceOf, furthestFirst } from "./differences.js";
import { blankEvidence, isWritten, peopleIn, peopleSaid, voicesOf } from "./model.js";

/** Which of two copies of one evaluation is the newer. What is alike in all else is told apart by its text. */
function newer(one, other) {
  if (one.revision !== other.revision) return one.revision > other.revision ? one : other;
  if (one.updated !== other.updated) return one.updated > other.updated ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}

/** Each evaluation once, in an order that does not depend on how they were given: by view, by the day they began, by id. */
export function inOrder(index, evaluations) {
  const once = new Map();
  for (const one of evaluations) once.set(one.id, once.has(one.id) ? newer(once.get(one.id), one) : one);
  const views = index.roles.map(({ id }) => id);
  const key = ({ view, created, id }) => `${String(views.indexOf(view) + 1).padStart(3, "0")} ${created} ${id}`;
  return [...once.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * `{columns, people, standards, kept}`: `columns` are the evaluations that rate components or reflect on statements,
 * `people` those that answer in easy read. Each of the `standards` has `rows`, one for each component that any of them
 * is about.
 */
export function merge(index, evaluations) {
  const all = inOrder(index, evaluations);
  const columns = all.filter(({ sheet }) => sheet !== "questions");
  const people = all.filter(({ sheet }) => sheet === "questions");
  const items = new Map(all.map((one) => [one.id, new Map(one.items.map((item) => [item.about, item]))]));
  const standards = index.standards
    .map((standard) => ({
      standard,
      rows: standard.components
        .map((component) => rowOf(index, standard, component, columns, people, items))
        .filter(Boolean),
    }))
    .filter(({ rows }) => rows.length);
  return {
    columns,
    people,
    standards,
    kept: all.flatMap(({ id, sheet, kept }) => kept.map((item) => ({ file: id, sheet, item }))),
  };
}

function rowOf(index, standard, component, columns, people, items) {
  const cells = columns.map((one) => cellOf(index, one, component, standard, items.get(one.id)));
  const evidence = evidenceOf(standard, component, columns, items);
  const said = saidOf(index, component, people, items, evidence);
  if (cells.every((cell) => cell === null) && !said.voices.length) return null;
  return { component, cells, people: said, ...differenceOf(cells, said.leans), evidence };
}

/** What one evaluation says of a component: a rating or another state, or how its statements about it were answered. */
function cellOf(index, { sheet }, component, standard, items) {
  if (sheet === "components") {
    const item = items.get(component.id);
    if (!item) return null;
    const rating = item.state === "rated" ? item.rating : null;
    return { state: item.state, rating, leans: leansOf(index, item), item };
  }
  const own = statementItems(standard, component, items);
  if (!own.length) return null;
  const answers = own.map(({ answer }) => answer);
  const counts = countOf(answers.filter(Boolean));
  return { state: "statements", rating: null, counts, of: own.length, leans: sideOf(index.statement_answers, counts) };
}

/** The side to which a rating or the answer to a statement leans; null where it leans nowhere. */
export function leansOf(index, { state, rating, answer }) {
  const found = state
    ? index.scale.find(({ number }) => state === "rated" && number === rating)
    : index.statement_answers.find(({ id }) => id === answer);
  return found?.leans ?? null;
}

/** What a sheet of statements says of a component: the items of the statements about it. */
const statementItems = (standard, component, items) =>
  standard.statements
    .filter((one) => one.component === component.id && items.has(one.id))
    .map(({ id }) => items.get(id));

function countOf(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The side to which all answers lean; "between" where they do not agree, and null where none leans anywhere. */
function sideOf(answers, counts) {
  const sides = new Set(answers.filter(({ id, leans }) => leans && counts[id]).map(({ leans }) => leans));
  return sides.size > 1 ? "between" : ([...sides][0] ?? null);
}

/**
 * What people answered in easy read about a component: in their own files, and as the `evidence` of other files has it.
 * Somebody whose answer is in several files is counted once.
 */
function saidOf(index, component, people, items, evidence) {
  const own = people.flatMap(({ id, updated }) => {
    const { answer, note } = items.get(id).get(component.id) ?? { answer: "", note: "" };
    return answer || note ? [{ file: id, answer, note, on: updated.slice(0, 10) }] : [];
  });
  const all = [...evidence, { voices: own }];
  const counts = peopleSaid(all);
  return { counts, forms: peopleIn(counts), voices: voicesOf(all), leans: mostOf(index, counts) };
}

/** The side to which more than half of people's answers lean; "between" where there is none, null where nobody answered. */
export function mostOf(index, counts) {
  const sums = { strength: 0, between: 0, weakness: 0 };
  for (const { id, leans } of index.question_answers) if (leans) sums[leans] += counts[id] ?? 0;
  const all = sums.strength + sums.between + sums.weakness;
  if (!all) return null;
  return Object.keys(sums).find((side) => sums[side] * 2 > all) ?? "between";
}

/** The evidence of all evaluations for a component: each piece once, with the ids of the files that have it. */
function evidenceOf(standard, component, columns, items) {
  return eachOnce(
    columns.map(({ id, sheet }) => {
      const own = items.get(id);
      const about =
        sheet === "components" ? [own.get(component.id)].filter(Boolean) : statementItems(standard, component, own);
      return { file: id, evidence: about.flatMap((item) => piecesOf(sheet, item)) };
    }),
  );
}

/** The evidence of an item: in a sheet of statements it is a text, and becomes a piece with the id of the statement. */
export function piecesOf(sheet, { about, evidence }) {
  if (sheet === "components") return evidence;
  return evidence ? [{ ...blankEvidence(about), note: evidence }] : [];
}

/** The evidence of some files, each `{file, evidence}`: each piece once, with the ids of the `files` that have it. */
export function eachOnce(given) {
  const pieces = [];
  for (const { file, evidence } of given) {
    for (const one of evidence) {
      const twin = pieces.find((other) => alike(other, one));
      if (twin) {
        twin.files.push(file);
        if (twin.voices || one.voices) twin.voices = voicesOf([twin, one]);
      } else pieces.push({ ...one, files: [file] }); // by their content: a file may give two the same id
    }
  }
  return pieces.map((one) => ({ ...one, files: [...new Set(one.files)] }));
}

function alike(one, other) {
  return ["kind", "note", "on", "ref"].every((name) => one[name] === other[name]) && same(one.answers, other.answers);
}

const same = (one = {}, other = {}) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** The rows where views differ, the furthest apart first. */
export const differences = ({ standards }) =>
  furthestFirst(standards.flatMap(({ standard, rows: own }) => own.map((row) => ({ standard, ...row }))));

/** The rows that lack something: nobody looked, not enough evidence to rate, a rating without any, or nothing from people. */
export function gaps({ standards }, peopleKind) {
  const rows = standards.flatMap(({ standard, rows: own }) => own.map((row) => ({ standard, ...row })));
  const rated = ({ cells }) => cells.some((cell) => cell?.state === "rated");
  return {
    nobody: rows.filter(
      ({ cells, people }) =>
        !people.forms && cells.every((cell) => !cell || cell.state === "not-looked-at" || emptied(cell)),
    ),
    notEnough: rows.filter(({ cells }) => cells.some((cell) => cell?.state === "not-enough-evidence")),
    bare: rows.filter((row) => rated(row) && !row.evidence.some(isWritten)),
    withoutPeople: rows.filter(
      (row) =>
        rated(row) && !row.people.forms && !row.evidence.some((one) => one.kind === peopleKind && isWritten(one)),
    ),
  };
}

const emptied = ({ state, counts }) => state === "statements" && !Object.keys(counts).length;
