// The data from which packs are made. Each file is fetched once.
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

/** The files in `folder` for the given checkboxes. */
export const parts = (folder, some) => Promise.all(some.map((box) => part(`${folder}${box.value}`)));
