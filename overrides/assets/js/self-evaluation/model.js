/**
 * What a self-evaluation is: a plain object, as it stands in its file (the form is published at
 * /data/self-evaluation.schema.json). Nothing here touches the page or the device, and nothing changes what it is given.
 *
 * `index` is everywhere the words and ids of the framework, as /self-evaluation/parts/index.json has them.
 */
export const SCHEMA = "self-evaluation";
export const VERSION = 2; // what an earlier one had otherwise: earlier-files.js
export const LONGEST = 10_000; // characters of a note
export const LONGEST_TITLE = 200;
export const MOST_ITEMS = 2000; // in a file
export const MOST_NOTES = 200; // pieces of evidence, or actions, of an item
export const MOST_VOICES = 2000; // people of whose answers a piece of evidence is made
export const NO_KIND = "unknown"; // the kind of evidence before one is chosen, as in files that give none
export const SEVERAL = "several"; // the view of people of several roles together

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

/** What nobody has said anything of yet: an item about the component or statement `about`, whose words have `code`. */
export const blankItem = (sheet, about, code) => ({ about, code, ...BLANK[sheet](), changed: "" });

/** Whether anything is written in a piece of evidence. */
export const isWritten = ({ note, on, ref, answers, voices }) =>
  Boolean(note || on || ref || answers || voices?.length);

/** A piece of evidence and an action to fill in. */
export const blankEvidence = (id) => ({ id, kind: NO_KIND, note: "", on: "", ref: "" });
export const blankAction = (id, status) => ({ id, what: "", role: "", by: "", how_known: "", status, changed: "" });

/** What a sheet has of one standard: `{id, code}` of each component, statement or question. */
export function subjectsOf(standard, sheet, view) {
  if (sheet === "components") return standard.components;
  if (sheet === "questions") return standard.questions;
  return standard.statements.filter(({ role }) => role === view || view === SEVERAL);
}

/** The standards that an evaluation looks at, in the order of the framework, each with its `subjects`. */
export function scopeOf(index, { sheet, view, standards }) {
  return index.standards
    .filter(({ id }) => standards.includes(id))
    .map((standard) => ({ standard, subjects: subjectsOf(standard, sheet, view) }));
}

/** A new evaluation with an item for everything that it looks at. `id` is its own and `now` the moment it is made. */
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

/** Whether anything is said in an item. A field that this version does not know says something. */
export function saysSomething(item, sheet) {
  const blank = blankItem(sheet, item.about, item.code);
  return Object.entries(item).some(
    ([name, value]) => !["code", "changed"].includes(name) && JSON.stringify(value) !== JSON.stringify(blank[name]),
  );
}

/** Whether whoever fills it in has come to an end with an item: looked at, or answered. */
export const isDone = (item, sheet) => (sheet === "components" ? item.state !== "not-looked-at" : item.answer !== "");

/**
 * The same evaluation with one item for each thing that it looks at, in the order of the framework. What is said of
 * anything else is in `kept`: components of another edition, and standards that it no longer looks at. Both come back
 * to their place when there is one. An item about which nothing is said takes over the words as they are now.
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

/** How far it has come: for each standard, and in all, how many items there are, are done, and have each state or answer. */
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

/** Every planned action with what it is about, also about what is only kept: those without a day last, else the earliest first. */
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

/** Whether an action should have been done before the day `today` (as 2026-11-28). */
export function isOverdue(index, action, today) {
  const closed = index.statuses.find(({ id }) => id === action.status)?.closed ?? false;
  return !closed && action.by !== "" && action.by < today;
}

/**
 * What each person answered in easy read, as some pieces of evidence have it: a person's answer once, the later where
 * there are two, in an order that does not depend on that of the pieces.
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

/** How many people gave each answer in easy read, as some pieces of evidence have it: each by a file of their own, or counted by hand. */
export function peopleSaid(evidence) {
  const sums = {};
  const add = (answer, number) => {
    sums[answer] = (sums[answer] ?? 0) + number;
  };
  for (const { answer } of voicesOf(evidence)) if (answer) add(answer, 1);
  for (const { answers = {} } of evidence) for (const [answer, number] of Object.entries(answers)) add(answer, number);
  return sums;
}

/** How many people answered in all. */
export const peopleIn = (counts) => Object.values(counts).reduce((sum, number) => sum + number, 0);

/** Whose view it is, in words: a role that this framework does not have stands under its id. */
export const viewTitle = (index, view) =>
  view === SEVERAL ? index.several_roles : (index.roles.find(({ id }) => id === view)?.title ?? view);
