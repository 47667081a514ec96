/** The choices in the address and in the form, and the role stored on the device. */
import { recall, remember } from "../shared/store.js";
import { figure } from "../shared/words.js";

const LONGEST = 200; // characters of a query that are searched for
const KEPT = "role";
const FACETS = ["role", "only", "kind", "standard", "stage", "basis", "format", "easy"]; // a site need not have choices in each

/** The form's checkboxes by facet, in page order, each with its label and the singular of its kind. */
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

/** The query cut to the maximum length, with a message in `notes` if it was cut. */
export function cut(words, notes) {
  const tidy = words.replace(/\s+/g, " ").trim();
  if (tidy.length <= LONGEST) return tidy;
  notes.push(`That is ${figure.format(tidy.length)} characters. We looked for the first ${LONGEST}.`);
  return tidy.slice(0, LONGEST);
}

const same = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** Whether a value in an address means this checkbox: by its value (with or without the plural s) or its label. */
const means = (box, asked) =>
  [box.value, box.dataset.title, box.dataset.one].map(same).some((name) => name === asked || name === `${asked}s`);

/** Reads an address: the chosen values of each facet, and a message for each value that does not exist here. */
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

/** The query string for the choices; empty if there are none. It never contains the typed query. */
export function write(chosen) {
  const parts = new URLSearchParams();
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) parts.append(facet, value);
  const text = parts.toString();
  return text ? `?${text}` : "";
}

/** The stored roles; none if there are none or the browser refuses. */
export const recallRoles = () => (recall(KEPT) ?? "").split(" ").filter(Boolean);

/** Stores the roles, or deletes them if there are none. Returns false if the browser refuses. */
export const rememberRoles = (roles) => remember(KEPT, roles.join(" "));
