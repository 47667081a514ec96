/** What the page works from: the words of the framework, fetched once, and those of a standard when they are needed. */
import { ROOT } from "../shared/address.js";
import { answered } from "../shared/fetched.js";

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

/** The words of all statements or questions of some standards, by their ids. */
export async function textsOf(standards, sheet) {
  if (sheet === "components") return {};
  const parts = await Promise.all(standards.map(partOf));
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part[sheet]).map(([id, { text }]) => [id, text])));
}

/** The address in this copy of the site of a path from its root. */
export const here = (path) => new URL(path.slice(1), ROOT).href;
