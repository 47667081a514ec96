/** What is chosen, as it stands in the address and in the form; and the role, as the device remembers it. */
import { recall, remember } from "../shared/store.js";
import { figure } from "../shared/words.js";

const LONGEST = 200; // characters of a question that are looked for
const KEPT = "role";
const FACETS = ["role", "only", "kind", "standard", "stage", "basis", "format", "easy"]; // not every site has choices in each

/**
 * The form's boxes by facet, in the order of the page, each with the name of its choice and the name of one thing of
 * that kind.
 */
export function boxesOf(form) {
  const boxes = Object.fromEntries(FACETS.map((facet) => [facet, []]));
  for (const box of form.elements) {
    if (box.type !== "checkbox") continue;
    box.dataset.title = box.parentElement.querySelector(".pick-words > span").textContent;
    box.dataset.one ??= box.dataset.title;
    boxes[box.name].push(box);
  }
  return boxes;
}

/** Words cut to what is looked for, and a note where that left something out. */
export function cut(words, notes) {
  const tidy = words.replace(/\s+/g, " ").trim();
  if (tidy.length <= LONGEST) return tidy;
  notes.push(`That is ${figure.format(tidy.length)} characters. We looked for the first ${LONGEST}.`);
  return tidy.slice(0, LONGEST);
}

const same = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** Whether an address means this box: by its value, with or without the s of many, or by its name on the page. */
const means = (box, asked) =>
  [box.value, box.dataset.title, box.dataset.one].map(same).some((name) => name === asked || name === `${asked}s`);

/**
 * Reads an address: the chosen values of each facet, and a note for each thing in it that is no choice here.
 */
export function read(address, boxes) {
  const notes = [];
  const asked = new URLSearchParams(address);
  const chosen = {};
  for (const [facet, some] of Object.entries(boxes)) {
    chosen[facet] = new Set();
    for (const value of asked.getAll(facet).slice(0, 50)) {
      const box = some.find((one) => one.value === value) ?? some.find((one) => means(one, same(value)));
      if (box) chosen[facet].add(box.value);
      else if (value)
        notes.push(`The link asks for ${facet} “${value.slice(0, 40)}”, which we do not have. We ignored it.`);
    }
  }
  return { chosen, notes: notes.slice(0, 3), role: asked.has("role") };
}

/** The address of what is chosen, from the question mark on; empty when nothing is. Words that were typed are not in it. */
export function write(chosen) {
  const parts = new URLSearchParams();
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) parts.append(facet, value);
  const text = parts.toString();
  return text ? `?${text}` : "";
}

/** The roles that the device remembers; none when it remembers none or the browser refuses to say. */
export const recallRoles = () => (recall(KEPT) ?? "").split(" ").filter(Boolean);

/** Remembers the roles, or forgets them when there are none. False when the browser refuses. */
export const rememberRoles = (roles) => remember(KEPT, roles.join(" "));
