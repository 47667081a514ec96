/**
 * Makes a Word file in the browser. The library that does it is large, so it is fetched when it is first needed.
 * What a page hands over are blocks, so that nothing but this file knows the library.
 */
const LIBRARY = new URL("../../vendor/docx.js", import.meta.url).href;
const LANGUAGE = document.documentElement.lang;
const TYPEFACE = "Arial"; // on every machine that has Word, and easy to read
const SIZE = 24; // half points
const TABLE_SIZE = 20;
const TEXT_WIDTH = 9026; // twentieths of a point between the margins of an A4 page
const SPACE = { after: 200, line: 300 };

/**
 * A Word file as a Blob. `blocks` are, in order:
 * - `{ kind: "heading", lines, level }`: a heading, 1 where no level is given
 * - `{ kind: "paragraph" | "lines" | "sign", lines }`: one paragraph, each line on a line of its own; `sign` leaves room
 * - `{ kind: "list", lines }`: an item for each line
 * - `{ kind: "table", head, rows }`: cells of text, the first row as the head of each page
 *
 * `title` is what the file says it is; no words of the reader belong there.
 */
export async function wordFile(title, blocks) {
  const library = await import(LIBRARY);
  const children = blocks.flatMap((block) => made(library, block));
  const file = new library.Document({
    title,
    creator: "",
    lastModifiedBy: "",
    description: "",
    styles: {
      default: {
        document: { run: { font: TYPEFACE, size: SIZE, language: { value: LANGUAGE } }, paragraph: { spacing: SPACE } },
        ...Object.fromEntries([1, 2, 3].map((level) => [`heading${level}`, heading(level)])),
      },
    },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 } } }, children }],
  });
  return library.Packer.toBlob(file);
}

const heading = (level) => ({
  run: { font: TYPEFACE, size: SIZE + 4 * (3 - level), bold: true, color: "000000" },
  paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
});

function made(library, { kind, lines, level = 1, head, rows }) {
  const { Paragraph } = library;
  if (kind === "heading") return [new Paragraph({ heading: `Heading${level}`, children: broken(library, lines) })];
  if (kind === "list")
    return lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: broken(library, [line]) }));
  if (kind === "table") return table(library, head, rows);
  const spacing = kind === "sign" ? { ...SPACE, before: 800 } : SPACE;
  return [new Paragraph({ spacing, children: broken(library, lines) })];
}

const broken = ({ TextRun }, lines) => lines.map((text, at) => new TextRun({ text, break: at ? 1 : 0 }));

function table(library, head, rows) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = library;
  const widths = widthsOf([head, ...rows]);
  const lines = (text, bold) =>
    text.split("\n").map((line, at) => new TextRun({ text: line, break: at ? 1 : 0, size: TABLE_SIZE, bold }));
  const cell = (text, column, bold) =>
    new TableCell({
      width: { size: widths[column], type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [new Paragraph({ spacing: { after: 0, line: 260 }, children: lines(text, bold) })],
    });
  const made = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...rows].map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: cells.map((text, column) => cell(text, column, at === 0)),
        }),
    ),
  });
  return [made, new Paragraph({ spacing: { after: 0 }, children: [] })]; // two tables in a row would become one
}

/** The width of each column: its share of the words, and never so narrow that a short word breaks. */
function widthsOf(rows) {
  const longest = (texts) => Math.max(...texts.map(({ length }) => length));
  const shares = rows[0].map((_, column) => {
    const texts = rows.map((cells) => cells[column]);
    return Math.max(Math.min(45, longest(texts)), longest(texts.flatMap((text) => text.split(/\s/))) + 6);
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / all) * TEXT_WIDTH));
}
