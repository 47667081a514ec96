/** What of the site is held on this device: the service worker keeps it, and the page about it tells of it. */

/** The file of the copy that says what of it is whole. */
export const NOTE = "offline/held.json";

/** The names of all copies of the site at the address `root`. */
export const copiesOf = async (root) => (await caches.keys()).filter((name) => name.startsWith(`copy of ${root} `));

/** The name of the copy in parts. */
export const partsOf = (root) => `copy of ${root} in parts`;

/**
 * What is whole on this device; undefined where nothing is. A copy that an edition until November 2026 kept in one file
 * counts, under its name as `earlier`, until there is one in parts.
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
