/**
 * Reads a saved file: as far as possible, with a list of what could not be read. Nothing is stored here, and every text
 * stays plain text.
 */
import { withVoices, withWho } from "./earlier-files.js";
import { FILE, inOrderOf, isObject, itemForm, MISSING, readFields } from "./fields.js";
import { MOST_ITEMS, SCHEMA, VERSION } from "./model.js";
import { readJson } from "./read-json.js";

export const LARGEST = 5_000_000; // the most bytes of a file: 12 standards with every field filled in take a tenth of it
const NAMED = 50; // how many problems are listed

/**
 * The content of a file's text: `evaluation`, or null if there is none; `problems` as sentences; whether it is `newer`
 * than this page and therefore read-only; and whether it is `whole`.
 */
export function readFile(text, index) {
  const { value, whole } = readJson(text);
  if (!isObject(value) || value.schema !== SCHEMA) return nothing(text);
  const newer = typeof value.schema_version === "number" && value.schema_version > VERSION;
  const earlier = !(value.schema_version >= VERSION);
  const problems = [];
  const told = new Set();
  const tell = (what) => {
    if (!told.has(what)) problems.push(what);
    told.add(what);
  };
  if (!whole) tell("The file is cut off or damaged. We read what comes before the damage.");
  const { items, kept, schema, schema_version: version, ...rest } = value;
  const evaluation = readFields(rest, FILE, (field, what) => {
    if (whole || what !== MISSING) tell(`In the file, ${named(field)} ${what}.`); // a truncated file was reported above
  });
  if (!evaluation.sheet) {
    evaluation.sheet = sheetOf(items);
    tell("The file does not say what kind of evaluation it is. We worked it out from the contents.");
  }
  if (!evaluation.id) {
    evaluation.id = "unknown";
    tell("The file has no id of its own.");
  }
  const read = (list, name) =>
    !whole && list === undefined ? [] : readItems(list, name, { index, sheet: evaluation.sheet, whole, earlier }, tell);
  const made = {
    schema,
    schema_version: newer ? version : VERSION,
    ...evaluation,
    items: read(items, "items"),
    kept: read(kept, "kept"),
  };
  return { evaluation: inOrderOf(value, made), problems: shortened(problems), newer, whole };
}

function nothing(text) {
  const empty = text.trim() === "";
  const problem = empty
    ? "The file is empty."
    : "This is not a file that this page saved. Choose a file that you saved here. Its name ends in .json.";
  return { evaluation: null, problems: [problem], newer: false, whole: false };
}

/** The items of a list in the file. In a truncated file, each damaged item is reported once. */
function readItems(list, name, { index, sheet, whole, earlier }, tell) {
  if (!Array.isArray(list)) {
    tell(`The list “${name}” is missing.`);
    return [];
  }
  if (list.length > MOST_ITEMS) tell(`The file has ${list.length} items, and only the first ${MOST_ITEMS} were read.`);
  const forms = itemForm(index);
  const titles = titlesOf(index);
  const people = index.evidence_kinds.find((kind) => kind.from_people)?.id;
  const read = [];
  for (const item of list.slice(0, MOST_ITEMS)) {
    if (!isObject(item) || typeof item.about !== "string" || item.about === "") {
      tell("We left out an item that does not say what it is about.");
      continue;
    }
    const about = titles.get(item.about) ?? item.about.slice(0, 100);
    const form = forms[name === "kept" ? sheetOf([item]) : sheet];
    const one = readFields(earlier ? withWho(item) : item, form, (field, what) =>
      tell(
        !whole && what === MISSING
          ? `Only part of “${about}” could be read.`
          : `Under “${about}”, ${named(field)} ${what}.`,
      ),
    );
    if (one.about) read.push(mended(earlier ? withVoices(one, people) : one, about, tell));
  }
  return read;
}

/** Makes rating and state agree: an item with a rating is "rated", and no other item is. */
function mended(item, about, tell) {
  if (!Object.hasOwn(item, "rating")) return item;
  if (item.state === "rated" && item.rating === null) {
    tell(`“${about}” is marked as rated but has no rating.`);
    return { ...item, state: "not-enough-evidence" };
  }
  if (item.state !== "rated" && item.rating !== null) {
    tell(`“${about}” has a rating but is not marked as rated. We left out the rating.`);
    return { ...item, rating: null };
  }
  return item;
}

/** The sheet of some items, guessed from their fields. */
function sheetOf(items) {
  const first = Array.isArray(items) ? items.find(isObject) : undefined;
  if (first && Object.hasOwn(first, "state")) return "components";
  return first && Object.hasOwn(first, "next_step")
    ? "statements"
    : first && Object.hasOwn(first, "note")
      ? "questions"
      : "components";
}

function titlesOf(index) {
  return new Map(index.standards.flatMap(({ components }) => components.map(({ id, title }) => [id, title])));
}

const named = (field) => `the field “${field.replaceAll("_", " ")}”`;

function shortened(problems) {
  if (problems.length <= NAMED) return problems;
  return [...problems.slice(0, NAMED), `There are ${problems.length - NAMED} more problems of the same kinds.`];
}
