/** Which answers are moved among the first ones, once they are in order. No page is needed here. */

const FIRST = 3; // answers that most people look at

/**
 * `found` with the answers that `holds` among the first ones: each takes the place of the last of them that is not one,
 * and the very first stays.
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
 * `found` with the area that was named among the first: before all else with `first`, where whom to reach is asked, and
 * else third, where something is asked for there. Two areas are named where someone moves.
 */
export function withArea(found, areas, first) {
  const at = areas.size === 1 ? found.findIndex(({ one }) => areas.has(one)) : -1;
  const place = first ? 0 : FIRST - 1;
  return at > place ? found.toSpliced(at, 1).toSpliced(place, 0, found[at]) : found;
}

/** `found` with a record in the second place, where it would come later. */
export function withSecond(found, record) {
  const at = record ? found.findIndex(({ one }) => one === record) : -1;
  return at > 1 ? found.toSpliced(at, 1).toSpliced(1, 0, found[at]) : found;
}
