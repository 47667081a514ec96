/**
 * Reads a file that somebody saved: all that can be read is, and what could not is listed. Nothing is kept on the
 * device here, and every text stays a text.
 */
import { withVoices, withWho } from "./earlier-files.js";
import { FILE, inOrderOf, isObject, itemForm, MISSING, readFields } from "./fields.js";
import { MOST_ITEMS, SCHEMA, VERSION } from "./model.js";
import { readJson } from "./read-json.js";

export const LARGEST = 5_000_000; // bytes of a file: 12 standards written full take a tenth of it
const NAMED = 50; // how many problems are told one by one

/**
 * What stands in the text of a file: `evaluation`, or null where it holds none; `problems` in words; whether it is
 * `newer` than this page and so only for reading, and whether it is `whole`.
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
    if (whole || what !== MISSING) tell(`In the file, ${named(field)} ${what}.`); // a cut is said once, above
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

/** The items of a list of the file. Of one that is cut off, what was lost is told once for each item. */
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

/** An item that has a rating is rated, and no other has one. */
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

/** Which sheet some items are of, by the fields that they have. */
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
