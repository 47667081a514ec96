/**
 * What the offline copy on this device contains. Used by the service worker, which stores it, and by the page about it.
 */

/** The file in the copy that records which parts are complete. */
export const NOTE = "offline/held.json";

/** The names of all caches with copies of the site at the address `root`. */
export const copiesOf = async (root) => (await caches.keys()).filter((name) => name.startsWith(`copy of ${root} `));

/** The name of the cache with the copy in parts. */
export const partsOf = (root) => `copy of ${root} in parts`;

/**
 * The record of what is complete on this device; undefined if nothing is. A copy in one file, as editions until
 * November 2026 stored it, counts under its name as `earlier` until there is one in parts.
 */
export async function held(root) {
  const names = await copiesOf(root);
  const parts = partsOf(root);
  const note = names.includes(parts) && (await (await caches.open(parts)).match(new URL(NOTE, root)));
  if (note) return note.json();
  for (const earlier of names.filter((name) => name !== parts)) {
    const cache = await caches.open(earlier);
    const [file] = await cache.keys();
    if (file?.url.endsWith(".gz"))
      return { earlier, whole: true, savedOn: (await cache.match(file)).headers.get("saved-on") };
  }
  return undefined;
}
