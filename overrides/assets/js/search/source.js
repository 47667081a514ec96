/** Where the index comes from: its beginning, and its pieces as they are needed. No page is needed here. */
import { makeIndex } from "./index.js";
import { rest } from "./rest.js";

/** What a file of the index says. Fails when it does not come whole. A worker takes nothing from what pages share: that needs a page. */
async function piece(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
  return response.json();
}

/** The index of which `start` is the beginning, in bytes, and whose other files are in `folder`. */
export async function openIndex(start, folder) {
  const read = JSON.parse(new TextDecoder().decode(start));
  await rest(); // reading it and making the index of it are two tasks, as a phone is long at each
  const index = makeIndex(read, (name) => piece(new URL(`${read.edition}/${name}.json`, folder)));
  index.edition = read.edition;
  return index;
}
