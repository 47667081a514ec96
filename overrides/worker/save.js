/** Saves the copy on the device, part by part, and reports progress to the open windows. */
import { copiesOf, NOTE, partsOf } from "../assets/js/offline/held.js";
import { nameOf, stored, unpack, whatIsHeld } from "./copy.js";

const SCOPE = registration.scope;
const PARTS = partsOf(SCOPE);
const FIRST = "first"; // the part that all others need
const VISIT = 30 * 60 * 1000; // milliseconds after which opening a page counts as a new visit

/**
 * Updates the copy to the `edition` with the given index, and saves the parts that are `asked` for. Without such a
 * request, these are the first part and, if the index allows it at once, the part with the page `read`; on a later
 * visit, all parts. Windows are told the progress and the result.
 */
export async function keep(edition, asked, read) {
  try {
    const before = await whatIsHeld();
    const again = before && Date.now() - before.begun > VISIT;
    const cache = await caches.open(PARTS);
    const index = (await stored(cache, edition)) ?? (await fetched(cache, edition));
    const had = index.parts.filter((part) => part === FIRST || before?.whole || before?.parts.includes(part));
    const soon = read && index.at_once[nameOf(new URL(read)).split("/")[0]];
    const wanted = asked ?? (again ? index.parts : [soon]);
    const more = index.parts.filter((part) => !had.includes(part) && wanted.includes(part));
    if (before?.edition !== edition || more.length) await save(edition, cache, index, before, had, more);
    await tell({ done: true });
  } catch (error) {
    await tell({ failed: error.why ?? (error.name === "QuotaExceededError" ? "full" : "network") });
  }
}

/**
 * Saves the parts of `had` together, because the earlier copy stays until all of them are there, and then each of
 * `more`.
 */
async function save(edition, cache, index, before, had, more) {
  const pieces = index.pieces.filter(({ part }) => had.includes(part) || more.includes(part));
  const names = {}; // by piece, the names of the site's files in it
  for (let last = 0; last <= more.length; last += 1) {
    const parts = [...had, ...more.slice(0, last)];
    for (const { file, part } of pieces.filter((one) => parts.includes(one.part) && !names[one.file])) {
      await tell({ part, share: Object.keys(names).length / pieces.length });
      names[file] = before?.names?.[file] ?? filesIn((await stored(cache, file)) ?? (await fetched(cache, file)));
    }
    const savedOn = new Date();
    const note = { edition, parts, names, savedOn, begun: before?.begun ?? savedOn.getTime() };
    await cache.put(NOTE, Response.json({ ...note, whole: parts.length === index.parts.length }));
  }
  await clear(cache, [NOTE, edition, ...Object.keys(names)]);
}

const filesIn = ({ files, binary }) => [...Object.keys(files), ...Object.keys(binary)];

/** Deletes pieces of an earlier edition, and a copy in the earlier format. */
async function clear(cache, files) {
  const addresses = files.map((file) => new URL(file, SCOPE).href);
  for (const { url } of await cache.keys()) if (!addresses.includes(url)) await cache.delete(url);
  for (const name of await copiesOf(SCOPE)) if (name !== PARTS) await caches.delete(name);
}

/** Fetches a file of the copy, verifies that it is complete, stores it, and returns it unpacked. */
async function fetched(cache, file) {
  const response = await fetch(new URL(file, SCOPE), { priority: "low", cache: "no-store" });
  if (!response.ok) throw Object.assign(new Error(`${file}: ${response.status}`), { why: "server" });
  const blob = await response.blob();
  const unpacked = await unpack(blob);
  await cache.put(file, new Response(blob));
  return unpacked;
}

async function tell(copy) {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage({ copy });
}
