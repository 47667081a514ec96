/** Loads the index: its start file, and its pieces as they are needed. It needs no document. */
import { makeIndex } from "./index.js";
import { rest } from "./rest.js";

/**
 * The JSON of a file of the index. Rejects if it cannot be loaded completely. It does not use shared/fetched.js, which
 * needs a document.
 */
async function piece(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
  return response.json();
}

/** The index whose start file is `start` (bytes), with its other files in `folder`. */
export async function openIndex(start, folder) {
  const read = JSON.parse(new TextDecoder().decode(start));
  await rest(); // two separate tasks, because both take long on a phone
  const index = makeIndex(read, (name) => piece(new URL(`${read.edition}/${name}.json`, folder)));
  index.edition = read.edition;
  return index;
}
