/** The data for the page: the framework's index, fetched once, and the texts of each standard when needed. */
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

/** The framework's index. Rejects if it cannot be loaded. */
export const indexOf = () => json("index.json");

/** The texts of one standard's components, statements and questions. Rejects if they cannot be loaded. */
export const partOf = (standard) => json(`${standard}.json`);

/**
 * The texts of all statements and questions in some evaluations, including those out of scope, by id. Those that this
 * framework does not have are missing.
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

/** The absolute address in this copy of the site of a path from its root. */
export const here = (path) => new URL(path.slice(1), ROOT).href;
