/** What the page works from: the words of the framework, fetched once, and those of a standard when they are needed. */
import { ROOT } from "../shared/address.js";
import { answered } from "../shared/fetched.js";
import { standardOf } from "./words.js";

const FOLDER = new URL("self-evaluation/parts/", ROOT);
const fetched = new Map();

async function json(file) {
  if (!fetched.has(file)) {
    const answer = await answered(new URL(file, FOLDER));
    fetched.set(file, await answer.json());
  }
  return fetched.get(file);
}

/** The words and ids of the framework. Throws where they do not come. */
export const indexOf = () => json("index.json");

/** What one standard's components, statements and questions say. Throws where it does not come. */
export const partOf = (standard) => json(`${standard}.json`);

/**
 * The words of all statements and questions that some evaluations have or keep something about, by their ids. What this
 * framework does not have has none.
 */
export async function textsOf(index, ...evaluations) {
  const answered = evaluations.filter(({ sheet }) => sheet !== "components");
  const ids = new Set(
    answered.flatMap(({ standards, kept }) => [...standards, ...kept.map(({ about }) => standardOf(index, about)?.id)]),
  );
  const parts = await Promise.all(index.standards.filter(({ id }) => ids.has(id)).map(({ id }) => partOf(id)));
  const sheets = [...new Set(answered.map(({ sheet }) => sheet))];
  return Object.fromEntries(
    parts.flatMap((part) => sheets.flatMap((sheet) => Object.entries(part[sheet]).map(([id, { text }]) => [id, text]))),
  );
}

/** The address in this copy of the site of a path from its root. */
export const here = (path) => new URL(path.slice(1), ROOT).href;
