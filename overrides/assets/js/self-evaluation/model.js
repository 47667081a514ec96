/**
 * The model of a self-evaluation: a plain object, as in its file (its schema is published at /data/self-
 * evaluation.schema.json). These functions are pure: they do not touch the page, the device or their arguments.
 *
 * `index` always is the framework's data from /self-evaluation/parts/index.json.
 */
export const SCHEMA = "self-evaluation";
export const VERSION = 2; // earlier versions are converted in earlier-files.js
export const LONGEST = 10_000; // characters of a note
export const LONGEST_TITLE = 200;
export const MOST_ITEMS = 2000; // in a file
export const MOST_NOTES = 200; // pieces of evidence, or actions, of an item
export const MOST_VOICES = 2000; // people whose answers are in a piece of evidence
export const NO_KIND = "unknown"; // the kind of evidence before one is chosen, as in files without it
export const SEVERAL = "several"; // the joint view of people of several roles

const BLANK = {
  components: () => ({
    state: "not-looked-at",
    rating: null,
    reason: "",
    strengths: "",
    improve: "",
    took_part: "",
    priority: false,
    evidence: [],
    actions: [],
    views: [],
  }),
  statements: () => ({ answer: "", evidence: "", next_step: "", who: "", by: "" }),
  questions: () => ({ answer: "", note: "" }),
};

/** An empty item about the component or statement `about`, whose text has the hash `code`. */
export const blankItem = (sheet, about, code) => ({ about, code, ...BLANK[sheet](), changed: "" });

/** Whether a piece of evidence has any content. */
export const isWritten = ({ note, on, ref, answers, voices }) =>
  Boolean(note || on || ref || answers || voices?.length);

/** An empty piece of evidence and an empty action. */
export const blankEvidence = (id) => ({ id, kind: NO_KIND, note: "", on: "", ref: "" });
export const blankAction = (id, status) => ({ id, what: "", role: "", by: "", how_known: "", status, changed: "" });

/** The items of a sheet for one standard: `{id, code}` of each component, statement or question. */
export function subjectsOf(standard, sheet, view) {
  if (sheet === "components") return standard.components;
  if (sheet === "questions") return standard.questions;
  return standard.statements.filter(({ role }) => role === view || view === SEVERAL);
}

/** The standards in the scope of an evaluation, in the framework's order, each with its `subjects`. */
export function scopeOf(index, { sheet, view, standards }) {
  return index.standards
    .filter(({ id }) => standards.includes(id))
    .map((standard) => ({ standard, subjects: subjectsOf(standard, sheet, view) }));
}

/** A new evaluation with an empty item for everything in its scope. `id` is its id, and `now` its time of creation. */
export function newEvaluation(index, { id, now, ...chosen }) {
  const { title, edition, version } = index.site;
  const evaluation = {
    schema: SCHEMA,
    schema_version: VERSION,
    id,
    title: "",
    sheet: "components",
    view: SEVERAL,
    took_part: "",
    period_from: "",
    period_to: "",
    standards: [],
    created: now,
    updated: now,
    revision: 0,
    framework: { title, edition, version },
    items: [],
    kept: [],
    log: [],
    ...chosen,
  };
  return fitted(evaluation, index);
}

/** Whether an item has any content. A field that this version does not know counts. */
export function saysSomething(item, sheet) {
  const blank = blankItem(sheet, item.about, item.code);
  return Object.entries(item).some(
    ([name, value]) => !["code", "changed"].includes(name) && JSON.stringify(value) !== JSON.stringify(blank[name]),
  );
}

/** Whether an item is done: looked at, or answered. */
export const isDone = (item, sheet) => (sheet === "components" ? item.state !== "not-looked-at" : item.answer !== "");

/**
 * The evaluation with one item for each subject in its scope, in the framework's order. Items about anything else
 * (components of another edition, standards no longer in scope) are moved to `kept`, and back if they come into scope
 * again. An empty item takes over the hash of the current text.
 */
export function fitted(evaluation, index) {
  const { sheet } = evaluation;
  const given = new Map();
  const over = [];
  for (const item of [...evaluation.items, ...evaluation.kept]) {
    if (given.has(item.about)) over.push(item);
    else given.set(item.about, item);
  }
  const items = scopeOf(index, evaluation).flatMap(({ subjects }) =>
    subjects.map(({ id, code }) => {
      const item = given.get(id);
      given.delete(id);
      if (!item) return blankItem(sheet, id, code);
      return saysSomething(item, sheet) ? item : { ...item, code };
    }),
  );
  const kept = [...given.values(), ...over].filter((item) => saysSomething(item, sheet));
  return { ...evaluation, items, kept };
}

/** The progress: for each standard and in total, the number of items, of done items, and of each state or answer. */
export function progress(index, evaluation) {
  const items = new Map(evaluation.items.map((item) => [item.about, item]));
  const rows = scopeOf(index, evaluation).map(({ standard, subjects }) => {
    const own = subjects.map(({ id }) => items.get(id)).filter(Boolean);
    return { standard, ...counted(own, evaluation.sheet) };
  });
  return { rows, all: counted(evaluation.items, evaluation.sheet) };
}

function counted(items, sheet) {
  const counts = {};
  const ratings = {};
  for (const item of items) {
    const what = sheet === "components" ? item.state : item.answer;
    counts[what] = (counts[what] ?? 0) + 1;
    if (sheet === "components" && item.state === "rated") ratings[item.rating] = (ratings[item.rating] ?? 0) + 1;
  }
  return { total: items.length, done: items.filter((item) => isDone(item, sheet)).length, counts, ratings };
}

/**
 * Every planned action with its subject, also of items out of scope: the earliest date first, those without a date
 * last.
 */
export function actionsOf(evaluation) {
  const all = [...evaluation.items, ...evaluation.kept].flatMap((item) =>
    evaluation.sheet === "statements"
      ? (item.next_step && [
          { about: item.about, id: item.about, what: item.next_step, by: item.by, role: item.who },
        ]) ||
        []
      : (item.actions ?? []).map((action) => ({ about: item.about, ...action })),
  );
  return all.sort((a, b) => (a.by || "9").localeCompare(b.by || "9"));
}

/** Whether an action was due before the day `today` (as 2026-11-28). */
export function isOverdue(index, action, today) {
  const closed = index.statuses.find(({ id }) => id === action.status)?.closed ?? false;
  return !closed && action.by !== "" && action.by < today;
}

/**
 * Each person's easy-read answer in some pieces of evidence: once for each person (the later one, if there are two), in
 * an order that does not depend on that of the pieces.
 */
export function voicesOf(evidence) {
  const found = new Map();
  const text = ({ on, answer, note }) => JSON.stringify([on, answer, note]);
  for (const voice of evidence.flatMap(({ voices = [] }) => voices)) {
    const other = found.get(voice.file);
    if (!other || text(other) < text(voice)) found.set(voice.file, voice);
  }
  return [...found.values()].sort((a, b) => (`${a.on} ${a.file}` < `${b.on} ${b.file}` ? -1 : 1));
}

/**
 * The number of people for each easy-read answer in some pieces of evidence, from their files and from counts entered
 * by hand.
 */
export function peopleSaid(evidence) {
  const sums = {};
  const add = (answer, number) => {
    sums[answer] = (sums[answer] ?? 0) + number;
  };
  for (const { answer } of voicesOf(evidence)) if (answer) add(answer, 1);
  for (const { answers = {} } of evidence) for (const [answer, number] of Object.entries(answers)) add(answer, number);
  return sums;
}

/** The number of people who answered. */
export const peopleIn = (counts) => Object.values(counts).reduce((sum, number) => sum + number, 0);

/** The title of a view; a role that this framework does not have is shown by its id. */
export const viewTitle = (index, view) =>
  view === SEVERAL ? index.several_roles : (index.roles.find(({ id }) => id === view)?.title ?? view);
