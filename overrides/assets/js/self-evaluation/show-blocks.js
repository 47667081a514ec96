/** Renders blocks of a report as elements. A chart comes after the table with the same data. */
import { element, unseen } from "../shared/dom.js";
import { wholeDays } from "../shared/words.js";
import { chart, dots } from "./charts.js";

const LONG_WORD = /\S{24}/; // text without a place for a line break, such as an address
const ONLY_ADDRESS = /^\S{24,}$/;

/** The elements of some blocks. A heading of level 1 becomes an h2, because the page has its own h1, and so on. */
export const shownBlocks = (blocks) => blocks.flatMap((block, at) => shown(block, blocks[at - 1]));

/**
 * `before` is the previous block: if it is a heading with the same text as a table's caption, the caption is only for
 * screen readers.
 */
function shown(block, before) {
  const { kind, lines, level = 1 } = block;
  if (kind === "heading") return [element(`h${level + 1}`, {}, lines.join(" "))];
  if (kind === "list")
    return [
      element(
        "ul",
        {},
        lines.map((line) => element("li", { class: "as-written" }, line)),
      ),
    ];
  if (kind === "table") return block.rows.length ? [table(block, said(before) === block.caption)] : [];
  if (kind === "chart") return [chart(block)];
  if (kind === "dots") return [dots(block)].filter(Boolean);
  return [element("p", { class: "as-written" }, lines.join("\n"))];
}

const said = (block) => (block?.kind === "heading" ? block.lines.join(" ") : "");

function table({ caption, head, rows }, repeats) {
  const look = (cell) =>
    ["as-written", !cell && "nothing", LONG_WORD.test(cell) && "long-word", ONLY_ADDRESS.test(cell) && "only-address"]
      .filter(Boolean)
      .join(" ");
  const row = ([first, ...rest]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, wholeDays(first)),
      rest.map((cell, at) => element("td", { "data-label": head[at + 1], class: look(cell) }, wholeDays(cell))),
    );
  return element(
    "div",
    { class: "table-box", tabindex: 0, role: "region", "aria-label": caption },
    element(
      "table",
      { class: "stacked" },
      element("caption", {}, repeats ? unseen(caption) : caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          head.map((words) => element("th", { scope: "col" }, words)),
        ),
      ),
      element("tbody", {}, rows.map(row)),
    ),
  );
}
