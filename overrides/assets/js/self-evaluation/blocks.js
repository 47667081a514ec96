/** What documents are made of: each block is shown on the page by `show-blocks.js`, and written by `shared/word-file.js`. */

export const heading = (words, level = 2) => ({ kind: "heading", lines: [words], level });
export const paragraph = (...lines) => ({ kind: "paragraph", lines });
/** `sheet` is the name under which it stands in an Excel file; a list that has none is not there. */
export const list = (lines, sheet = "") => ({ kind: "list", lines, sheet });
export const table = (caption, head, rows, sheet = caption) => ({
  kind: "table",
  caption,
  head,
  rows: rows.map((row) => row.map(String)),
  sheet,
});

/** A day as tables for Excel have it, so that it can be sorted and counted with; nothing of nothing. */
export const dayCell = (on) => (on ? { day: on } : "");

/** What Excel gets of some blocks: `{name, rows}` of each table, and of each list that has a name. */
export const sheetsOf = (blocks) =>
  blocks
    .filter(({ kind, rows, sheet }) => sheet && (kind === "list" || rows.length))
    .map(({ kind, lines, head, rows, sheet, excel }) => ({
      name: sheet,
      rows:
        kind === "list" ? [[sheet], ...lines.map((line) => [line])] : [excel?.head ?? head, ...(excel?.rows ?? rows)],
    }));

/** A table without the columns in which no row says anything. */
export function filledTable(caption, head, rows, sheet = caption) {
  const filled = head.map((_, at) => rows.some((row) => row[at]));
  const those = (cells) => cells.filter((_, at) => filled[at]);
  return table(caption, those(head), rows.map(those), sheet);
}
