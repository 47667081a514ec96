/**
 * What is made from words and answers, as a list of blocks: shown on the page, printed, copied as plain text, or
 * written to a Word file.
 *
 * A block is `{ kind: "lines" | "heading" | "paragraph" | "list", lines }`. Each line of a list is an item.
 */
import { element } from "../shared/dom.js";

const BULLET = /^\s*[•*-]\s+/;

/** A letter as blocks. `made` is the result of letter.js, and `body` its text after edits by hand. */
export function letterBlocks(made, body) {
  return [
    block("lines", made.from),
    block("lines", made.to),
    block("lines", [made.date]),
    block("heading", [made.heading]),
    ...made.named.map((words) => block("paragraph", [words])),
    ...textBlocks(body),
    ...closing(made.close),
  ].filter(Boolean);
}

/** Space above the name, for a signature. */
const closing = ([words, ...name]) => [block("paragraph", [words]), block("sign", name)];

const block = (kind, lines) => {
  const some = lines.filter((line) => line?.trim());
  return some.length ? { kind, lines: some } : null;
};

/** Splits a text into paragraphs (at empty lines) and lists (lines with a bullet). */
function textBlocks(text) {
  const blocks = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    let last = null;
    for (const line of paragraph.split("\n").filter((one) => one.trim())) {
      const kind = BULLET.test(line) ? "list" : "paragraph";
      if (last?.kind !== kind) {
        last = { kind, lines: [] };
        blocks.push(last);
      }
      last.lines.push(line.replace(BULLET, "").trim());
    }
  }
  return blocks;
}

/** Blocks as elements. */
export function asElements(blocks) {
  return blocks.map(({ kind, lines }) => {
    if (kind === "heading") return element("h4", { class: "sheet-heading" }, lines.join(" "));
    if (kind === "list")
      return element(
        "ul",
        {},
        lines.map((line) => element("li", {}, line)),
      );
    const broken = lines.flatMap((line, at) => (at ? [element("br", {}), line] : [line]));
    return element("p", { class: kind === "paragraph" ? null : `sheet-${kind}` }, broken);
  });
}

/** Blocks as plain text, to copy. */
export const asText = (blocks) =>
  blocks.map(({ kind, lines }) => lines.map((line) => (kind === "list" ? `• ${line}` : line)).join("\n")).join("\n\n");

/** How many words there are in blocks. */
export const wordsIn = (blocks) => asText(blocks).match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
