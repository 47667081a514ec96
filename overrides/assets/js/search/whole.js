/**
 * How much of what was typed is one single way of asking for a record: the words of a question scattered over many ways
 * say less than the same words in one. No page is needed here.
 */

const PARTS = 0.75; // the parts of one in which the build tells what a way of asking weighs

/**
 * For each record that has some of `words` in a way of asking, by its number: what share of them and of that way are the
 * same, from 0 to 1, by the best of its ways. `rarity` gives how much a stem counts.
 */
export function wholes(lexicon, words, rarity) {
  const shares = new Map(); // stem -> how surely it was said, and how much the word counts
  let total = 0;
  for (const { ways, stem, weight } of words) {
    const [[first, sure]] = ways.length ? ways : [[stem, 1]];
    total += weight * sure * rarity(first);
    for (const [way, share] of ways) shares.set(way, Math.max(shares.get(way) ?? 0, share * weight));
  }
  const met = new Float64Array(lexicon.askedBy.length); // by way of asking: what it has of all that was typed
  const all = new Float64Array(met.length); // and what all its stems count together
  const some = []; // the ways that have any of it
  for (const [stem, share] of shares) {
    const { ways, weights } = lexicon.asking(stem);
    const counts = share * rarity(stem);
    for (let at = 0; at < ways.length; at += 1) {
      const way = ways[at];
      if (!all[way]) some.push(way);
      met[way] += counts;
      all[way] = weights[at];
    }
  }
  const best = new Map();
  for (const way of some) {
    const record = lexicon.askedBy[way];
    const share = Math.min(1, met[way] ** 2 / ((all[way] / PARTS) * total));
    if (share > (best.get(record) ?? 0)) best.set(record, share);
  }
  return best;
}
