/** What documents are made of: each block is shown on the page by `show-blocks.js`, and written by `shared/word-file.js`. */

export const heading = (words, level = 2) => ({ kind: "heading", lines: [words], level });
export const paragraph = (...lines) => ({ kind: "paragraph", lines });
export const list = (lines) => ({ kind: "list", lines });
export const table = (caption, head, rows) => ({
  kind: "table",
  caption,
  head,
  rows: rows.map((row) => row.map(String)),
});

/** A table without the columns in which no row says anything. */
export function filledTable(caption, head, rows) {
  const filled = head.map((_, at) => rows.some((row) => row[at]));
  const those = (cells) => cells.filter((_, at) => filled[at]);
  return table(caption, those(head), rows.map(those));
}
