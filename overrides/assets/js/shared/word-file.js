/**
 * Writes a Word file in the browser. The library for it is large and is loaded when first needed. Pages pass blocks, so
 * that only this file depends on the library.
 */
import { wholeDays } from "./words.js";

const LIBRARY = new URL("../../vendor/docx.js", import.meta.url).href;
const LANGUAGE = document.documentElement.lang;
const TYPEFACE = "Arial"; // on every computer with Word, and easy to read
const SIZE = 24; // half points
const TABLE_SIZE = 20;
const TEXT_WIDTH = 9026; // the text width of an A4 page, in twentieths of a point
const PICTURE_WIDTH = 2600; // the column of pictures, in twentieths of a point
const CELL_SIDES = 240; // the padding and borders of a cell, in twentieths of a point
const LONGEST_WORD = 2100; // in twentieths of a point
const ADDRESS = /\S{24,}/g;
const SHORT = "AnAddressInShort"; // replaces an address when column widths are calculated, because addresses may break
const LONG_TEXT = 16_000; // in twentieths of a point: a longer text does not make its column wider
const SPACE = { after: 200, line: 300 };

/**
 * A Word file as a Blob. `blocks` are, in order:
 * - `{ kind: "heading", lines, level }`: a heading, of level 1 by default
 * - `{ kind: "paragraph" | "lines" | "sign", lines }`: one paragraph with a line break after each line; `sign` leaves
 *   space above for a signature; with `keepNext` it stays on one page with the next block
 * - `{ kind: "list", lines }`: an item for each text, which may have line breaks
 * - `{ kind: "table", head, rows }`: cells of text; the heading row is repeated on each page
 * - `{ kind: "picture", picture, lines }`: a picture, `{ data, width, height, alt }` as `pictures.js` makes it, beside
 *   its lines
 *
 * `title` is the title in the file's properties; it must not contain the reader's words.
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

function made(library, { kind, lines, level = 1, head, rows, picture, keepNext = false }) {
  const { Paragraph } = library;
  if (kind === "heading") return [new Paragraph({ heading: `Heading${level}`, children: broken(library, lines) })];
  if (kind === "list")
    return lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: broken(library, line.split("\n")) }));
  if (kind === "table") return table(library, head, rows);
  if (kind === "picture") return pictured(library, picture, lines);
  const spacing = kind === "sign" ? { ...SPACE, before: 800 } : SPACE;
  return [new Paragraph({ spacing, keepNext, children: broken(library, lines) })];
}

const broken = ({ TextRun }, lines) => lines.map((text, at) => new TextRun({ text, break: at ? 1 : 0 }));

function table(library, head, withDays) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = library;
  const rows = withDays.map((cells) => cells.map(wholeDays));
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
  return [made, new Paragraph({ spacing: { after: 0 }, children: [] })]; // without a paragraph between them, two tables would become one
}

/** A picture to the left of its text, in a table without borders that does not break between pages. */
function pictured(library, { data, width, height, alt }, lines) {
  const { ImageRun, Paragraph, Table, TableCell, TableRow, WidthType } = library;
  const none = Object.fromEntries(
    ["top", "bottom", "left", "right", "insideHorizontal", "insideVertical"].map((side) => [side, { style: "none" }]),
  );
  const altText = { name: alt, title: "", description: alt };
  const image = new ImageRun({ type: "png", data, transformation: { width, height }, altText });
  const cell = (size, children) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      borders: none,
      margins: { top: 60, bottom: 60, left: 0, right: 180 },
      verticalAlign: "center",
      children,
    });
  const widths = [PICTURE_WIDTH, TEXT_WIDTH - PICTURE_WIDTH];
  const words = lines.length ? lines : [""];
  return [
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: none,
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            cell(widths[0], [new Paragraph({ spacing: { after: 0, line: 240, lineRule: "auto" }, children: [image] })]),
            cell(
              widths[1],
              words.map((line) => new Paragraph({ spacing: { after: 60 }, children: broken(library, [line]) })),
            ),
          ],
        }),
      ],
    }),
    new Paragraph({ spacing: { after: 0, line: 120 }, children: [] }),
  ];
}

/**
 * The width of each column: at least that of its longest word, so that no word breaks; the rest is distributed by the
 * length of the texts. If the longest words do not fit side by side, all columns are reduced by the same share.
 */
function widthsOf(rows) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `bold ${TABLE_SIZE * 10}px ${TYPEFACE}`; // one pixel for each twentieth of a point
  const longest = (texts) => Math.max(...[...new Set(texts)].map((text) => pen.measureText(text).width));
  const columns = rows[0].map((_, column) => {
    const texts = rows.map((cells) => cells[column].replace(ADDRESS, SHORT));
    const word = longest(texts.flatMap((text) => text.split(/[^\S\u00A0]|[/-]/)));
    const least = Math.min(word, LONGEST_WORD) + CELL_SIDES;
    return { least, more: Math.max(Math.min(longest(texts), LONG_TEXT) - least, 0) };
  });
  const sum = (name) => columns.reduce((all, column) => all + column[name], 0);
  const [least, more] = [sum("least"), sum("more")];
  if (least >= TEXT_WIDTH) return columns.map((column) => Math.floor((column.least / least) * TEXT_WIDTH));
  const rest = TEXT_WIDTH - least;
  return columns.map((column) => Math.floor(column.least + rest * (more ? column.more / more : 1 / columns.length)));
}
