/** Counts the results for each choice. It needs no document. */

/**
 * For each facet and position, how many of `all` results there would be with that choice in addition to the others; and
 * how many are for everyone. `meets(one, facet)` says whether a record matches the choices of a facet.
 */
export function countFits(facets, all, meets) {
  const counts = Object.fromEntries(facets.map((facet) => [facet, []]));
  let everyone = 0;
  for (const one of all) {
    const fails = facets.filter((facet) => !meets(one, facet));
    for (const facet of fails.length > 1 ? [] : fails.length ? fails : facets) {
      for (const at of one[facet]) counts[facet][at] = (counts[facet][at] ?? 0) + 1;
    }
    if (!fails.length && !one.role.length) everyone += 1;
  }
  return { counts, everyone };
}
