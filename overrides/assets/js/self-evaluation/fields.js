/**
 * The fields of a file and their validation: valid values are taken, others are left out and reported. Unknown fields
 * are kept, so that a file of a later edition keeps them.
 */
import { LONGEST, LONGEST_TITLE, MOST_ITEMS, MOST_NOTES, MOST_VOICES } from "./model.js";

const DEEPEST = 8; // the deepest nesting of unknown values that are kept
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;
const CODE = /^([0-9a-f]{12})?$/;

/** The allowed values of a field: `read` returns the value, or undefined if it is invalid; `or` is the default then. */
const text = (most = LONGEST) => ({
  or: "",
  read(value, tell) {
    if (typeof value !== "string") return undefined;
    if (value.length > most) tell(`is longer than ${most} characters, so its end was cut off`);
    return value.slice(0, most);
  },
});
const shaped = (form, or = "") => ({
  or,
  read: (value) => (typeof value === "string" && form.test(value) ? value : undefined),
});
const isDay = (value) =>
  DAY.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
const day = {
  or: "",
  read: (value) => (value === "" || (typeof value === "string" && isDay(value)) ? value : undefined),
};
const time = {
  or: "",
  read: (value) => (value === "" || (typeof value === "string" && TIME.test(value)) ? value : undefined),
};
const yesNo = { or: false, read: (value) => (typeof value === "boolean" ? value : undefined) };
const isCount = (value) => Number.isInteger(value) && value >= 0 && value <= 100_000;
const number = { or: 0, read: (value) => (isCount(value) ? value : undefined) };
const ids = {
  or: [],
  read(value, tell) {
    if (!Array.isArray(value)) return undefined;
    const fit = value.filter((id) => typeof id === "string" && ID.test(id)).slice(0, MOST_NOTES);
    if (fit.length < value.length) tell(`has ${value.length - fit.length} entries that could not be read`);
    return fit;
  },
};
const oneOf = (allowed, or) => ({ or, read: (value) => (allowed.includes(value) ? value : undefined) });
/** The number of people for each answer. Optional; if missing, it stays missing. */
const answers = {
  optional: true,
  read: (value) =>
    value &&
    typeof value === "object" &&
    !Array.isArray(value) &&
    Object.entries(value).every(([id, many]) => ID.test(id) && isCount(many))
      ? { ...value }
      : undefined,
};
const object = (form) => ({
  or: Object.fromEntries(Object.entries(form).map(([name, field]) => [name, field.or])),
  read: (value, tell) => (isObject(value) ? readFields(value, form, tell) : undefined),
});
const list = (form, most = MOST_NOTES) => ({ or: [], read: (value, tell) => readList(value, form, most, tell) });

const optional = (field) => ({ ...field, optional: true });

const VOICE = { file: shaped(ID, "unknown"), answer: shaped(/^.{0,100}$/), note: text(), on: day };
const EVIDENCE = {
  id: shaped(ID, "unknown"),
  kind: shaped(ID, "unknown"),
  note: text(),
  on: day,
  ref: text(),
  answers,
  voices: optional(list(VOICE, MOST_VOICES)),
};
const ACTION = {
  id: shaped(ID, "unknown"),
  what: text(),
  role: text(),
  by: day,
  how_known: text(),
  status: shaped(ID, "unknown"),
  changed: time,
};
const view = (index) => ({
  file: shaped(ID, "unknown"),
  title: text(LONGEST_TITLE),
  view: shaped(ID, "several"),
  said: text(),
  state: optional(shaped(ID)),
  rating: optional(oneOf([null, ...index.scale.map((step) => step.number)], null)),
  leans: optional(oneOf(["", "strength", "between", "weakness"], "")),
});
const answer = shaped(/^.{0,100}$/);
const ITEM = { about: shaped(ID), code: shaped(CODE) };

/** The fields of an item, by sheet. */
export const itemForm = (index) => ({
  components: {
    ...ITEM,
    state: oneOf(
      index.states.map(({ id }) => id),
      "not-looked-at",
    ),
    rating: oneOf([null, ...index.scale.map((step) => step.number)], null),
    reason: text(),
    strengths: text(),
    improve: text(),
    took_part: text(),
    priority: yesNo,
    evidence: list(EVIDENCE),
    actions: list(ACTION),
    views: optional(list(view(index))),
    changed: time,
  },
  statements: { ...ITEM, answer, evidence: text(), next_step: text(), who: text(), by: day, changed: time },
  questions: { ...ITEM, answer, note: text(), changed: time },
});

/** The fields of the file itself. Items are read separately. */
export const FILE = {
  id: shaped(ID),
  title: text(LONGEST_TITLE),
  sheet: oneOf(["components", "statements", "questions"], ""),
  view: shaped(ID, "several"),
  took_part: text(),
  period_from: day,
  period_to: day,
  standards: ids,
  created: time,
  updated: time,
  revision: number,
  framework: object({ title: text(LONGEST_TITLE), edition: text(LONGEST_TITLE), version: text(LONGEST_TITLE) }),
  log: list({ on: time, what: text() }, MOST_ITEMS),
};

export const MISSING = "is missing"; // reported for a missing field

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads the fields of `form` from `value`, and keeps its other fields unchanged. Calls `tell(field, what)` for invalid
 * ones.
 */
export function readFields(value, form, tell) {
  const read = {};
  for (const [name, field] of Object.entries(form)) {
    const here = (what) => tell(name, what);
    if (!Object.hasOwn(value, name)) {
      if (field.optional) continue;
      tell(name, MISSING);
      read[name] = field.or;
      continue;
    }
    const got = field.read(value[name], (inner, what) =>
      what === undefined ? here(inner) : tell(`${name}, ${inner}`, what),
    );
    if (got === undefined) {
      tell(name, `has a value that we could not use, so we left it out: ${shown(value[name])}`);
      if (!field.optional) read[name] = field.or;
    } else read[name] = got;
  }
  for (const [name, unknown] of Object.entries(value)) {
    if (Object.hasOwn(form, name)) continue;
    if (name !== "__proto__" && depth(unknown) <= DEEPEST) read[name] = unknown;
    else tell(shown(name), "could not be kept");
  }
  return inOrderOf(value, read);
}

/** The fields of `made` in the order of the file, so that writing it again gives the same text. */
export function inOrderOf(file, made) {
  const names = new Set([...Object.keys(file), ...Object.keys(made)]);
  return Object.fromEntries([...names].filter((name) => Object.hasOwn(made, name)).map((name) => [name, made[name]]));
}

function readList(value, form, most, tell) {
  if (!Array.isArray(value)) return undefined;
  if (value.length > most) tell(`has ${value.length} entries, and only the first ${most} were read`);
  const fits = value.slice(0, most).filter(isObject);
  const odd = Math.min(value.length, most) - fits.length;
  if (odd) tell(`has ${odd} entries that could not be read`);
  return fits.map((entry) => readFields(entry, form, tell));
}

/** The depth of nested lists and objects. */
function depth(value, above = 0) {
  if (typeof value !== "object" || value === null || above > DEEPEST) return above;
  return Object.values(value).reduce((deepest, inner) => Math.max(deepest, depth(inner, above + 1)), above + 1);
}

/** A value as a message shows it. */
function shown(value) {
  const written = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return `“${written.length > 40 ? `${written.slice(0, 40)}…` : written}”`;
}
