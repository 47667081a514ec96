/** How many answers there would be with each choice. No page is needed here. */

/**
 * By facet and position, how many of `all` there would be with that choice beside the others; and how many are for
 * everyone. `meets(one, facet)`: whether an answer meets what is chosen in a facet.
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
