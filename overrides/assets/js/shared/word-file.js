/**
 * Makes a Word file in the browser. The library that does it is large, so it is fetched when it is first needed.
 * What a page hands over are blocks, so that nothing but this file knows the library.
 */
import { wholeDays } from "./words.js";

const LIBRARY = new URL("../../vendor/docx.js", import.meta.url).href;
const LANGUAGE = document.documentElement.lang;
const TYPEFACE = "Arial"; // on every machine that has Word, and easy to read
const SIZE = 24; // half points
const TABLE_SIZE = 20;
const TEXT_WIDTH = 9026; // twentieths of a point between the margins of an A4 page
const PICTURE_WIDTH = 2600; // the column of pictures, in twentieths of a point
const CELL_SIDES = 240; // the margins of a cell and its lines, in twentieths of a point
const LONGEST_WORD = 2100; // twentieths of a point
const ADDRESS = /\S{24,}/g;
const SHORT = "AnAddressInShort"; // as which an address counts where widths are shared out: it may break
const LONG_TEXT = 16_000; // twentieths of a point: from here on, a text gets no wider column
const SPACE = { after: 200, line: 300 };

/**
 * A Word file as a Blob. `blocks` are, in order:
 * - `{ kind: "heading", lines, level }`: a heading, 1 where no level is given
 * - `{ kind: "paragraph" | "lines" | "sign", lines }`: one paragraph, each line on a line of its own; `sign` leaves room,
 *   and with `keepNext` it stays on the page of what follows
 * - `{ kind: "list", lines }`: an item for each text, with the line breaks in it
 * - `{ kind: "table", head, rows }`: cells of text, the first row as the head of each page
 * - `{ kind: "picture", picture, lines }`: a picture, `{ data, width, height, alt }` as `pictures.js` makes it, beside its lines
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
  return [made, new Paragraph({ spacing: { after: 0 }, children: [] })]; // two tables in a row would become one
}

/** A picture at the left of what it shows, in a table without lines that does not break between pages. */
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
 * The width of each column: first room for its longest word, so that none breaks, then what is left by how long its
 * texts are. Where the longest words do not fit next to each other, each column gives up the same share.
 */
function widthsOf(rows) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `bold ${TABLE_SIZE * 10}px ${TYPEFACE}`; // a pixel stands for a twentieth of a point
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
