/**
 * The blocks that documents are made of. `show-blocks.js` renders them on the page, and `shared/word-file.js` writes
 * them to Word.
 */

export const heading = (words, level = 2) => ({ kind: "heading", lines: [words], level });
export const paragraph = (...lines) => ({ kind: "paragraph", lines });
/** `sheet` is the name of its sheet in an Excel file; a list without a name is left out there. */
export const list = (lines, sheet = "") => ({ kind: "list", lines, sheet });
export const table = (caption, head, rows, sheet = caption) => ({
  kind: "table",
  caption,
  head,
  rows: rows.map((row) => row.map(String)),
  sheet,
});

/** A date as a table cell for Excel, which can then sort and count it; an empty string for no date. */
export const dayCell = (on) => (on ? { day: on } : "");

/** The Excel sheets of some blocks: `{name, rows}` for each table and each list with a name. */
export const sheetsOf = (blocks) =>
  blocks
    .filter(({ kind, rows, sheet }) => sheet && (kind === "list" || rows.length))
    .map(({ kind, lines, head, rows, sheet, excel }) => ({
      name: sheet,
      rows:
        kind === "list" ? [[sheet], ...lines.map((line) => [line])] : [excel?.head ?? head, ...(excel?.rows ?? rows)],
    }));

/** A table without its empty columns. */
export function filledTable(caption, head, rows, sheet = caption) {
  const filled = head.map((_, at) => rows.some((row) => row[at]));
  const those = (cells) => cells.filter((_, at) => filled[at]);
  return table(caption, those(head), rows.map(those), sheet);
}
