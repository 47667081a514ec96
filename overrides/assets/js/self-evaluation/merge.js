/**
 * Puts several evaluations side by side. Nothing is added up: each has its own column, and only people's easy-read
 * answers are counted together. The order of the files, or a file that is given twice, makes no difference.
 */
import { differenceOf, furthestFirst } from "./differences.js";
import { blankEvidence, isWritten, peopleIn, peopleSaid, voicesOf } from "./model.js";

/** The newer of two versions of an evaluation. If all else is equal, their JSON decides. */
function newer(one, other) {
  if (one.revision !== other.revision) return one.revision > other.revision ? one : other;
  if (one.updated !== other.updated) return one.updated > other.updated ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}

/**
 * Each evaluation once, in an order that does not depend on the arguments: by view, by the day they were begun, by id.
 */
export function inOrder(index, evaluations) {
  const once = new Map();
  for (const one of evaluations) once.set(one.id, once.has(one.id) ? newer(once.get(one.id), one) : one);
  const views = index.roles.map(({ id }) => id);
  const key = ({ view, created, id }) => `${String(views.indexOf(view) + 1).padStart(3, "0")} ${created} ${id}`;
  return [...once.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * `{columns, people, standards, kept}`: `columns` are the evaluations that rate components or reflect on statements,
 * `people` those with easy-read answers. Each of the `standards` has `rows`, one for each component that any of them is
 * about.
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

/** The value of a component in one evaluation: its rating or state, or the answers to its statements. */
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

/** The side of the scale for a rating or answer; null if it has none. */
export function leansOf(index, { state, rating, answer }) {
  const found = state
    ? index.scale.find(({ number }) => state === "rated" && number === rating)
    : index.statement_answers.find(({ id }) => id === answer);
  return found?.leans ?? null;
}

/** The items of a sheet of statements that are about a component. */
const statementItems = (standard, component, items) =>
  standard.statements
    .filter((one) => one.component === component.id && items.has(one.id))
    .map(({ id }) => items.get(id));

function countOf(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The side that all answers share; "between" if they differ, and null if none has a side. */
function sideOf(answers, counts) {
  const sides = new Set(answers.filter(({ id, leans }) => leans && counts[id]).map(({ leans }) => leans));
  return sides.size > 1 ? "between" : ([...sides][0] ?? null);
}

/**
 * People's easy-read answers about a component: from their own files, and from the `evidence` of other files. A person
 * whose answer is in several files counts once.
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

/** The side of more than half of people's answers; "between" if there is none, null without answers. */
export function mostOf(index, counts) {
  const sums = { strength: 0, between: 0, weakness: 0 };
  for (const { id, leans } of index.question_answers) if (leans) sums[leans] += counts[id] ?? 0;
  const all = sums.strength + sums.between + sums.weakness;
  if (!all) return null;
  return Object.keys(sums).find((side) => sums[side] * 2 > all) ?? "between";
}

/** The evidence of all evaluations for a component: each piece once, with the ids of its files. */
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

/**
 * The evidence of an item as pieces: on a sheet of statements it is a text, which becomes a piece with the statement's
 * id.
 */
export function piecesOf(sheet, { about, evidence }) {
  if (sheet === "components") return evidence;
  return evidence ? [{ ...blankEvidence(about), note: evidence }] : [];
}

/** The evidence of some files, `{file, evidence}` each: each piece once, with the ids of its `files`. */
export function eachOnce(given) {
  const pieces = [];
  for (const { file, evidence } of given) {
    for (const one of evidence) {
      const twin = pieces.find((other) => alike(other, one));
      if (twin) {
        twin.files.push(file);
        if (twin.voices || one.voices) twin.voices = voicesOf([twin, one]);
      } else pieces.push({ ...one, files: [file] }); // compared by content, because in a file two pieces can have the same id
    }
  }
  return pieces.map((one) => ({ ...one, files: [...new Set(one.files)] }));
}

function alike(one, other) {
  return ["kind", "note", "on", "ref"].every((name) => one[name] === other[name]) && same(one.answers, other.answers);
}

const same = (one = {}, other = {}) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** The rows with differing views, the largest difference first. */
export const differences = ({ standards }) =>
  furthestFirst(standards.flatMap(({ standard, rows: own }) => own.map((row) => ({ standard, ...row }))));

/**
 * The rows with a gap: not looked at, too little evidence to rate, a rating without evidence, or nothing from people.
 */
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
