/**
 * Makes a Word file in the browser. The library that does it is large, so it is fetched when it is first needed.
 * What a page hands over are blocks, so that nothing but this file knows the library.
 */
import { element } from "./dom.js";

const LIBRARY = new URL("../../vendor/docx.js", import.meta.url).href;
const LANGUAGE = document.documentElement.lang;
const TYPEFACE = "Arial"; // on every machine that has Word, and easy to read
const SIZE = 24; // half points
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
  paragraph: { spacing: { before: 240, after: 120 } },
});

function made(library, { kind, lines, level = 1, head, rows }) {
  const { Paragraph } = library;
  if (kind === "heading") return [new Paragraph({ heading: `Heading${level}`, children: broken(library, lines) })];
  if (kind === "list")
    return lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: broken(library, [line]) }));
  if (kind === "table") return [table(library, head, rows)];
  const spacing = kind === "sign" ? { ...SPACE, before: 800 } : SPACE;
  return [new Paragraph({ spacing, children: broken(library, lines) })];
}

const broken = ({ TextRun }, lines) => lines.map((text, at) => new TextRun({ text, break: at ? 1 : 0 }));

function table(library, head, rows) {
  const { Paragraph, Table, TableCell, TableRow, WidthType } = library;
  const cell = (text) => new TableCell({ children: [new Paragraph({ children: broken(library, text.split("\n")) })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [head, ...rows].map((cells, at) => new TableRow({ tableHeader: at === 0, children: cells.map(cell) })),
  });
}

/** Hands a file to the reader. No words of theirs belong in its `name`. */
export function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
