/** The form of a pack: its checkboxes, their state in the address, and the pack's default title. */
import { element } from "../shared/dom.js";
import { listed, uncapitalised } from "../shared/words.js";

export const NAMES = ["standard", "role", "stage", "situation", "action", "kind"];
const BEGIN = ["standard", "role", "stage", "situation", "action"]; // a pack needs a choice of one of these
const JUNK_NAMED = 5; // how many unknown values of an address a message names
const JUNK_LETTERS = 40; // and how many characters of each
const MOST_STATEMENTS = 100;
const TRACKERS = /^(utm_|fbclid$|gclid$)/; // parameters that other sites add to links

export const form = document.querySelector("[data-pack]");
const boxes = Object.fromEntries(NAMES.map((name) => [name, [...form.querySelectorAll(`[name=${name}]`)]]));
const single = form.querySelector("[data-pack-single]");
const apart = JSON.parse(single?.dataset.apart ?? "{}"); // the standard of each statement whose id does not begin with it

const shortened = (value) => (value.length > JUNK_LETTERS ? `${value.slice(0, JUNK_LETTERS)}…` : value);

/** The ticked checkboxes by name, in the order of the page. */
export const ticked = () => Object.fromEntries(NAMES.map((name) => [name, boxes[name].filter((box) => box.checked)]));

/** Whether enough is ticked for a pack. */
export const begun = (choice) => BEGIN.some((name) => choice[name].length);

/** The choice as stored in the address; empty until enough is ticked for a pack. */
export const inAddress = (choice) =>
  begun(choice)
    ? new URLSearchParams(NAMES.flatMap((name) => choice[name].map((box) => [name, box.value]))).toString()
    : "";

/** The chosen boxes of a group, or all of them if none is ticked. */
export const wanted = (choice, name) => (choice[name].length ? choice[name] : boxes[name]);

/** The standards in a pack: the ticked ones; or else those of its stages, situations and statements; or else all. */
export function standardsOf(choice) {
  const { standard, stage, situation, action } = choice;
  if (standard.length)
    return [
      ...new Set([
        ...standard,
        ...boxes.standard.filter((box) => action.some(({ dataset }) => dataset.standards === box.value)),
      ]),
    ];
  const some = [...stage, ...situation, ...action];
  if (!some.length) return boxes.standard;
  const ids = new Set(some.flatMap(({ dataset }) => dataset.standards.split(" ")));
  return boxes.standard.filter(({ value }) => ids.has(value));
}

/**
 * The choice in the form that choice.js takes. Roles of statements chosen by id that are not among the chosen roles are
 * in `others`.
 */
export function takenBy(choice, situations) {
  const asRole = (box) => ({ id: box.value, title: box.dataset.title, sheet: box.dataset.sheet });
  const roles = wanted(choice, "role").map(asRole);
  const others = wanted({ role: [] }, "role")
    .map(asRole)
    .filter(({ id }) => !roles.some((role) => role.id === id));
  return {
    roles,
    others,
    all: !choice.role.length,
    stages: choice.stage.map((box) => box.value),
    situations,
    actions: choice.action.map((box) => box.value),
    standards: choice.standard.length > 0,
  };
}

/** The default title of the pack. */
export function titleOf(choice) {
  const { role, stage, situation, action } = choice;
  const cases = [...stage, ...situation].map((box) => box.dataset.title);
  const about = cases.length ? [listed(cases)] : [];
  if (choice.standard.length || !(cases.length || action.length)) about.push(standardsTitle(choice.standard));
  if (action.length) about.push(action.length === 1 ? `statement ${action[0].value}` : `${action.length} statements`);
  const roles =
    role.length && role.length < boxes.role.length
      ? `, for ${listed(role.map((box) => uncapitalised(box.dataset.title)))}`
      : "";
  return `Pack: ${about.join(", ")}${roles}`;
}

/**
 * The file name: what is ticked (if it is one of a kind) and the date. Situations are left out, because others see the
 * names of files, and so is anything that the reader wrote.
 */
export function fileName({ standard, role, stage }, ending) {
  const one = [stage, standard, role].filter(({ length }) => length === 1).map(([box]) => box.value);
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return `${["pack", ...one, today].join("-")}${ending}`;
}

function standardsTitle(chosen) {
  const all = boxes.standard.length;
  if (chosen.length === 0 || chosen.length === all) return all === 1 ? "the 1 standard" : `all ${all} standards`;
  return chosen.length < 3 ? listed(chosen.map((box) => box.dataset.title)) : `${chosen.length} standards`;
}

/** Whether no more single statements fit. Unticked ones make room. */
export const full = () => boxes.action.filter(({ checked }) => checked).length >= MOST_STATEMENTS;

/** The id of the standard of a statement: the longest with which its id begins, as in water-w1; `undefined` for none. */
function standardOf(id) {
  if (Object.hasOwn(apart, id)) return apart[id];
  const begins = boxes.standard
    .map(({ value }) => value)
    .filter((value) => /^[-._]/.test(id.slice(value.length)) && id.startsWith(value));
  return begins.sort((one, other) => other.length - one.length)[0];
}

/** Adds a single statement to the choices. Returns false if there is no statement with that id. */
export function addStatement(id) {
  const standard = standardOf(id);
  if (!single || !standard || full()) return false;
  let box = boxes.action.find(({ value }) => value === id);
  if (!box) {
    box = element("input", { type: "checkbox", name: "action", value: id, "data-standards": standard });
    boxes.action.push(box);
    single.append(element("label", {}, box, element("span", {}, id)));
  }
  box.checked = true;
  return true;
}

/**
 * Shows the text of each single statement, once it has loaded: `texts` by id. Removes those that do not exist, and
 * returns their ids.
 */
export function tellStatements(texts) {
  const gone = boxes.action.filter(
    ({ value, checked, dataset }) => checked && dataset.standards in texts && !texts[dataset.standards][value],
  );
  for (const box of boxes.action) {
    const text = texts[box.dataset.standards]?.[box.value];
    if (text) box.nextElementSibling.textContent = text;
  }
  for (const box of gone) {
    box.closest("label").remove();
    boxes.action.splice(boxes.action.indexOf(box), 1);
  }
  return gone.map(({ value }) => value);
}

/** Ticks what an address asks for, or the defaults. Returns, as text, what it asks for and does not exist. */
export function read(search) {
  const asked = new URLSearchParams(search);
  const foreign = [...new Set(asked.keys())].filter((name) => name && !NAMES.includes(name) && !TRACKERS.test(name));
  const unknown = foreign.map((name) => `“${shortened(name)}”`);
  if (!NAMES.some((name) => asked.has(name))) {
    form.reset();
    for (const box of boxes.action) box.checked = false;
    return told(unknown);
  }
  const junk = [];
  for (const name of NAMES) {
    const values = new Set(asked.getAll(name));
    if (name === "action")
      for (const value of values) if (!addStatement(value)) junk.push(`${name} “${shortened(value)}”`);
    for (const box of boxes[name]) box.checked = values.delete(box.value);
    if (name !== "action") for (const value of values) junk.push(`${name} “${shortened(value)}”`);
  }
  return told([...junk, ...unknown]);
}

function told(junk) {
  if (!junk.length) return "";
  const rest = junk.length > JUNK_NAMED ? [`${junk.length - JUNK_NAMED} more`] : [];
  return ` The link also asked for content that is no longer here: ${listed([...junk.slice(0, JUNK_NAMED), ...rest])}.`;
}
