/**
 * How well a query matches a single way of asking for a record: words scattered over many ways of asking say less than
 * the same words in one. It needs no document.
 */

const PARTS = 0.75; // the fraction in which the build stores the weight of a way of asking

/**
 * For each record with some of `words` in a way of asking, by its number: the share of the words and of that way of
 * asking that both have in common, from 0 to 1, for its best way. `rarity` returns the weight of a stem.
 */
export function wholes(lexicon, words, rarity) {
  const shares = new Map(); // stem -> the certainty that it was meant, and the weight of the word
  let total = 0;
  for (const { ways, stem, weight } of words) {
    const [[first, sure]] = ways.length ? ways : [[stem, 1]];
    total += weight * sure * rarity(first);
    for (const [way, share] of ways) shares.set(way, Math.max(shares.get(way) ?? 0, share * weight));
  }
  const met = new Float64Array(lexicon.askedBy.length); // by way of asking: the weight that matches the query
  const all = new Float64Array(met.length); // and the weight of all its stems
  const some = []; // the ways of asking that match at all
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
