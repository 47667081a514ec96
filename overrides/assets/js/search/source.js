/** Where the index comes from: its beginning, and its pieces as they are needed. */
import { makeIndex } from "./index.js";

/** What is at an address. Fails when it does not come whole. */
async function fetched(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
  return response.json();
}

/** Lets the browser do what else is to be done, such as answer a key: a phone takes long for each step of a first answer. */
export const rest = (wait = 0) => new Promise((end) => setTimeout(end, wait));

/**
 * The index whose files are in a folder. `options` are those of fetch for its beginning: `{ cache: "no-cache" }` asks
 * whether there is a newer one.
 */
export async function fetchIndex(folder, options) {
  const start = await fetched(new URL("start.json", folder), options);
  await rest(); // reading it and making the index of it are two tasks, as a phone is long at each
  const index = makeIndex(start, (name) => fetched(new URL(`${start.edition}/${name}.json`, folder)));
  index.edition = start.edition;
  return index;
}
