/** Splits a part of the page into sentences for reading aloud, each with its range in the document. */

const LANGUAGE = document.documentElement.lang;
const SILENT = ".vh, .meaning, .say-do, [hidden], [aria-hidden=true]";
const ENDS = /[.?!:…]["”’)]*$/;

/**
 * The sentences of `part`, in order: `[{ words, range }]`. Text only for the eye or only for screen readers is left
 * out. `own` tells whether a text node belongs to this part itself, and not to a smaller part inside it.
 */
export function sentencesOf(part, own = () => true) {
  const pieces = textsOf(part, own);
  const text = pieces.map(({ node }) => node.data).join("");
  const found = [];
  for (const { start, end } of split(text)) {
    const words = text.slice(start, end).replace(/\s+/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    found.push({ words: ENDS.test(words) ? words : `${words}.`, range: rangeOf(pieces, start, end) });
  }
  return found;
}

function textsOf(part, own) {
  const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let at = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.data.trim() && !pieces.length) continue;
    if (node.parentElement.closest(SILENT) || !own(node)) continue;
    pieces.push({ node, at });
    at += node.length;
  }
  return pieces;
}

/**
 * The start and end of each sentence of a text. Without Intl.Segmenter, a sentence ends at a full stop that is followed
 * by a capital.
 */
function split(text) {
  if (Intl.Segmenter) {
    const segments = new Intl.Segmenter(LANGUAGE, { granularity: "sentence" }).segment(text);
    return [...segments].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
  }
  const found = [];
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(/(?<=[.?!]["”’)]*)\s+(?=["“‘(]*\p{Lu})/gu)) {
    found.push({ start, end: index });
    start = index + gap.length;
  }
  return [...found, { start, end: text.length }];
}

function rangeOf(pieces, start, end) {
  const range = new Range();
  const from = pieces.findLast(({ at }) => at <= start);
  const to = pieces.findLast(({ at }) => at < end);
  const lead = from.node.data.slice(start - from.at).search(/\S/);
  range.setStart(from.node, start - from.at + Math.max(lead, 0));
  range.setEnd(to.node, Math.min(end - to.at, to.node.data.trimEnd().length || to.node.length));
  return range;
}
