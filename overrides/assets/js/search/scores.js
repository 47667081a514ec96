/** The score of a record for some stems: BM25+, by field. It needs no document. */

// The weight of each field: a statement has only "says", all other kinds have a title. The order is that of the index:
// title, says, names, text, also, asked.
const BOOST = [2, 2, 2, 1, 0.6, 2];
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/**
 * The scores for weighted stems, `[[stem, weight]...]`. Returns, by a record's number, its score and the stems that it
 * contains.
 */
export function scores(lexicon, count, averages, stems) {
  const found = new Map();
  for (const [stem, weight] of stems) {
    // A word that is common everywhere is no rarer for standing in few titles
    const having = lexicon.having(stem);
    const rarity = Math.log(1 + (count - having + 0.5) / (having + 0.5));
    for (const [field, { records, lengths, often }] of lexicon.postings(stem).entries()) {
      for (let at = 0; at < records.length; at += 1) {
        const length = 1 - BM25.b + (BM25.b * lengths[at]) / averages[field];
        const score =
          BOOST[field] * weight * rarity * (BM25.d + (often[at] * (BM25.k + 1)) / (often[at] + BM25.k * length));
        const one = found.get(records[at]);
        if (!one) found.set(records[at], { score, stems: [stem] });
        else {
          one.score += score;
          if (!one.stems.includes(stem)) one.stems.push(stem);
        }
      }
    }
  }
  return found;
}
