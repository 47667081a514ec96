// What packs are made of, each part fetched once.
import { ROOT } from "../shared/address.js";
import { answered } from "../shared/fetched.js";

const PARTS = new URL("pack/parts/", ROOT);
const fetched = new Map(); // by path

async function part(path) {
  if (!fetched.has(path)) {
    const answer = await answered(new URL(`${path}.json`, PARTS));
    fetched.set(path, await answer.json());
  }
  return fetched.get(path);
}

/** The parts of one `folder` that the boxes `some` stand for. */
export const parts = (folder, some) => Promise.all(some.map((box) => part(`${folder}${box.value}`)));
