/** Moves some results to the top of a ranked list. It needs no document. */

const FIRST = 3; // the results that most people look at

/**
 * Moves a result for which `holds` is true into the first ones. It replaces the last of these that is not one; the very
 * first stays.
 */
export function withAsked(found, holds) {
  const head = found.slice(0, FIRST);
  for (const item of found.slice(FIRST)) {
    if (!holds(item.one)) continue;
    const at = head.findLastIndex(({ one }, place) => place > 0 && !holds(one));
    if (at < 0) break;
    head.splice(at, 1);
    head.push(item);
  }
  return [...head, ...found.filter((item) => !head.includes(item))];
}

/**
 * Moves the area that was named to the top: to the first place with `first`, if the query asks whom to contact, and
 * otherwise to the third. If someone moves house, the query names two areas.
 */
export function withArea(found, areas, first) {
  const at = areas.size === 1 ? found.findIndex(({ one }) => areas.has(one)) : -1;
  const place = first ? 0 : FIRST - 1;
  return at > place ? found.toSpliced(at, 1).toSpliced(place, 0, found[at]) : found;
}

/** Moves a record up to the second place, if it comes later. */
export function withSecond(found, record) {
  const at = record ? found.findIndex(({ one }) => one === record) : -1;
  return at > 1 ? found.toSpliced(at, 1).toSpliced(1, 0, found[at]) : found;
}
