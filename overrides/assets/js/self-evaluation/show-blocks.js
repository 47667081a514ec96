/** Blocks of a report -> elements. A chart stands after the table that says the same. */
import { element } from "../shared/dom.js";
import { chart, dots } from "./charts.js";

/** Elements for some blocks. The first heading of level 1 is the page's own, so it is an h2 here, and so on. */
export const shownBlocks = (blocks) => blocks.flatMap(shown);

function shown(block) {
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
  if (kind === "table") return block.rows.length ? [table(block)] : [];
  if (kind === "chart") return [chart(block)];
  if (kind === "dots") return [dots(block)].filter(Boolean);
  return [element("p", { class: "as-written" }, lines.join("\n"))];
}

function table({ caption, head, rows }) {
  const row = ([first, ...rest]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      rest.map((cell, at) =>
        element("td", { "data-label": head[at + 1], class: cell ? "as-written" : "as-written nothing" }, cell),
      ),
    );
  return element(
    "div",
    { class: "table-box", tabindex: 0, role: "region", "aria-label": caption },
    element(
      "table",
      { class: "stacked" },
      element("caption", {}, caption),
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
