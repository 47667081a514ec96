/**
 * Output of an evaluation: its file, tables, a report. The code that writes Word and Excel files is loaded at the
 * click.
 */
import { element } from "../shared/dom.js";
import { handOver } from "../shared/hand-over.js";
import { today } from "./device.js";
import { button } from "./inputs.js";
import { voicesOf } from "./model.js";
import { textsOf } from "./parts.js";
import { reportOf } from "./report.js";
import { tablesOf } from "./tables.js";
import { fileName, writeFile } from "./write-file.js";

/**
 * For Word, replaces a chart by its text, and drops dot charts, which follow a table with the same data, and tables
 * without rows.
 */
const undrawn = (block) => {
  if (block.kind === "chart")
    return [
      { kind: "paragraph", lines: [block.title] },
      { kind: "list", lines: block.rows.map(({ title, words }) => `${title}: ${words}`) },
    ];
  return block.kind === "dots" || (block.kind === "table" && !block.rows.length) ? [] : [block];
};

/** Whether an evaluation contains text that people wrote in easy read. */
const holdsWords = ({ sheet, items, kept }) =>
  [...items, ...kept].some(({ note, evidence }) =>
    sheet === "questions" ? note : sheet === "components" && voicesOf(evidence).some((voice) => voice.note),
  );

/** Saves a JSON text as a file. */
export const saveText = (text, name) => handOver(new Blob([text], { type: "application/json" }), name);

/** Saves an evaluation as a file that this page can open again. */
export const saveJson = (index, evaluation) =>
  saveText(writeFile(evaluation), fileName(index, evaluation, ".json", today()));

/** The output buttons of an evaluation. `current` returns it at the time of the click, and `onPaper` prints it. */
export function takeBar(index, current, onPaper = print) {
  const texts = () => textsOf(index, current());
  return documentBar({
    name: (ending) => fileName(index, current(), ending, today()),
    blocks: async () => reportOf(index, current(), await texts(), today()),
    tables: async () => tablesOf(current(), index, await texts(), today()),
    onPaper,
    more: () =>
      `To carry on elsewhere or send your work to a colleague, save a file with the button at the top. ${holdsWords(current()) ? "People’s own words are in the report: read them before you share it. " : ""}`,
  });
}

/**
 * The output buttons of any document: `name(ending)` is the file name, `blocks()` is for Word, and `tables()` for Excel
 * and CSV. `onPaper()` prints. `more` is a note before the explanation of the files.
 */
export function documentBar({ name, blocks, tables, onPaper = print, more = () => "" }) {
  const said = element("p", { role: "status", class: "said" });
  const size = document.querySelector("[data-evaluations]").dataset.wordSize;
  const ways = [
    [
      "Word report",
      ".docx",
      `downloads ${size} the first time`,
      async () =>
        (await import("../shared/word-file.js")).wordFile("Self-evaluation", (await blocks()).flatMap(undrawn)),
    ],
    ["Excel file", ".xlsx", "", async () => (await import("../shared/table-file.js")).workbook(await tables())],
    ["CSV file", ".csv", "", async () => (await import("../shared/table-file.js")).csv(await tables())],
  ];
  const buttons = ways.map(([words, ending, hint, make]) => {
    const named = hint
      ? element("span", {}, `${words} `, element("span", { class: "takes-size" }, `(${hint})`))
      : words;
    const made = button(named, async () => {
      said.textContent = "Making the file.";
      try {
        handOver(await make(), name(ending));
        said.textContent = `The file ${name(ending)} is in your downloads.`;
      } catch {
        said.textContent =
          "The file could not be made because part of this page did not load. You can still print, or save a file.";
      }
    });
    return made;
  });
  return element(
    "section",
    { class: "takes-away" },
    element("h3", {}, "Print or download"),
    element(
      "p",
      { class: "buttons" },
      button("Print or save as PDF", () => onPaper()),
      buttons,
    ),
    element("p", { class: "small" }, `${more()}Word, Excel and CSV files are for reading: this page cannot open them.`),
    said,
  );
}
