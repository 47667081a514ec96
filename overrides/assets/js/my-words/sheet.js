/**
 * What is made of words and answers, as a row of blocks: on the page and on paper, as plain text, and for a Word file.
 *
 * A block is `{ kind: "lines" | "heading" | "paragraph" | "list", lines }`; a list has an item in each line.
 */
import { element } from "../shared/dom.js";

const BULLET = /^\s*[•*-]\s+/;

/** A letter in blocks: `made` as in letter.js, with `body` as it stands after changes by hand. */
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

/** The name stands some lines below, so that there is room to sign above it. */
const closing = ([words, ...name]) => [block("paragraph", [words]), block("sign", name)];

const block = (kind, lines) => {
  const some = lines.filter((line) => line?.trim());
  return some.length ? { kind, lines: some } : null;
};

/** A text whose paragraphs are parted by empty lines, and whose lists have a bullet before each item. */
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
