/**
 * Writes tables as an Excel workbook or a single CSV file. A table is `{name, rows}`, the headings first. A cell is a
 * text, a number, or a date as `{day: "2026-11-28"}`. Text that begins like a formula stays text in both.
 */
import { zip } from "./zip.js";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const LONGEST = 32_767; // the most characters in an Excel cell
const WIDEST = 60; // the widest column, in characters
const NARROWEST = 18; // the width, in characters, down to which wide columns are reduced
const PAGE = 230; // the most characters side by side that are readable on a printed page
const DAY_WIDTH = 17; // characters: the longest date
const BEFORE_DAYS = Date.UTC(1899, 11, 30); // Excel's day 0, valid from March 1900 on
const FIRST_DAY = "1900-03-01";
const DAY_STYLE = 2; // the index in STYLES
const LINE = 15; // the height of a line, in points
const HIGHEST = 409; // Excel's largest row height, in points
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu; // characters that XML does not allow
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text) => text.replace(NOT_IN_XML, "\ufffd").replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** An Excel file as a Blob, with one sheet for each table. */
export function workbook(tables) {
  const names = sheetNames(tables);
  const files = [
    ["[Content_Types].xml", types(tables)],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, at) => `<sheet name="${safe(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets><definedNames>${names.map(printedHead).join("")}</definedNames></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([...tables.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`]), ["styles", "styles.xml"]]),
    ],
    ["xl/styles.xml", STYLES],
    ...tables.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet(rows)]),
  ];
  return new Blob(zip(files), { type: `${SHEET}.sheet` });
}

/** Valid and unique names for Excel sheets: at most 31 characters, without reserved characters. */
function sheetNames(tables) {
  const taken = new Set();
  return tables.map(({ name }) => {
    const base = name.replace(/[[\]:*?/\\']/g, " ").trim() || "Sheet";
    let made = base.slice(0, 31).trim();
    for (let number = 2; taken.has(made.toLowerCase()); number += 1) made = `${base.slice(0, 27).trim()} ${number}`;
    taken.add(made.toLowerCase());
    return made;
  });
}

/** The heading row of a sheet is repeated on each printed page. */
const printedHead = (name, at) =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${safe(`'${name}'!$1:$1`)}</definedName>`;

const types = (tables) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>${tables.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`).join("")}</Types>`;

const relations = (targets) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** Three cell styles: wrapped text, bold for headings, and date. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\ mmmm\\ yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs></styleSheet>`;

const isDay = (value) => typeof value === "object";
const lengthOf = (value) => (isDay(value) ? DAY_WIDTH : String(value ?? "").length);

/**
 * The width of each column: that of its longest text or, if the columns do not fit on a page, less for the widest, as
 * long as their texts fit in Excel's largest row height.
 */
function widthsOf(rows) {
  const longest = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => lengthOf(row[at]))) + 3);
  const least = longest.map((length) => Math.min(WIDEST, Math.ceil((length * LINE) / HIGHEST) + 6));
  const within = (cap) => longest.map((length, at) => Math.max(Math.min(length, cap), Math.min(length, least[at])));
  let cap = WIDEST;
  while (cap > NARROWEST && within(cap).reduce((sum, width) => sum + width, 0) > PAGE) cap -= 1;
  return within(cap);
}

function sheet(rows) {
  const widths = widthsOf(rows);
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const high = (row) => Math.max(1, ...row.map((value, at) => (isDay(value) ? 1 : linesOf(String(value), widths[at]))));
  const lines = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}"${height(high(row))}>${row.map((value, column) => cell(value, `${letters(column)}${at + 1}`, at ? 0 : 1)).join("")}</row>`,
    )
    .join("");
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns ? `<cols>${columns}</cols>` : ""}<sheetData>${lines}</sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/**
 * The number of lines of a text in a column. The row height is set with it, because some programs do not calculate it.
 */
const linesOf = (text, width) =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 3))), 0);

const height = (lines) => (lines > 1 ? ` ht="${Math.min(HIGHEST, lines * LINE)}" customHeight="1"` : "");

function cell(value, place, style) {
  if (isDay(value)) {
    const days = (Date.parse(value.day) - BEFORE_DAYS) / 86_400_000;
    return value.day < FIRST_DAY
      ? cell(value.day, place, style)
      : `<c r="${place}" s="${DAY_STYLE}"><v>${days}</v></c>`;
  }
  if (typeof value === "number") return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  if (value === "") return "";
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe(value.slice(0, LONGEST))}</t></is></c>`;
}

/** A, B ... Z, AA. */
const letters = (column) =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** One CSV file as a Blob: the tables one after another, each below its name, with empty lines between. */
export function csv(tables) {
  const lines = tables.flatMap(({ name, rows }, at) => [
    ...(at ? [""] : []),
    quoted(name),
    ...rows.map((row) => row.map(quoted).join(",")),
  ]);
  return new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
}

/** A quoted cell. An apostrophe before text that a spreadsheet would take for a formula keeps it text. */
function quoted(value) {
  const text = isDay(value) ? value.day : String(value);
  const guarded = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}
