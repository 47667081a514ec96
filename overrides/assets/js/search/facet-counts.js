/** Counts the results for each choice. It needs no document. */

/**
 * For each facet and position, how many of `all` results there would be with that choice in addition to the others; and
 * how many are for everyone. `meets(one, facet)` says whether a record matches the choices of a facet. Records with the
 * same facets share their prototype, and are counted together.
 */
export function countFits(facets, all, meets) {
  const groups = new Map();
  for (const one of all) {
    const group = Object.getPrototypeOf(one);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const counts = Object.fromEntries(facets.map((facet) => [facet, []]));
  let everyone = 0;
  for (const [group, number] of groups) {
    const fails = facets.filter((facet) => !meets(group, facet));
    for (const facet of fails.length > 1 ? [] : fails.length ? fails : facets) {
      for (const at of group[facet]) counts[facet][at] = (counts[facet][at] ?? 0) + number;
    }
    if (!fails.length && !group.role.length) everyone += number;
  }
  return { counts, everyone };
}
