/** Converts the pack on the page to blocks for a Word file, in reading order. */
import { painted } from "./pictures.js";

const HEADINGS = { H2: 1, H3: 1, H4: 2, H5: 3 };
const spaced = (node) => node.textContent.replace(/\s+/g, " ").trim();

/** The blocks of some elements: headings, lists with nested content, paragraphs, and pictures beside their text. */
export async function blocksOf(nodes) {
  const blocks = await Promise.all([...nodes].map(blockOf));
  return blocks.flat();
}

async function blockOf(node) {
  const { tagName } = node;
  if (HEADINGS[tagName]) return [{ kind: "heading", lines: [spaced(node)], level: HEADINGS[tagName] }];
  if (tagName === "UL" && node.classList.contains("pack-marks"))
    return [{ kind: "paragraph", lines: [[...node.children].map((one) => `☐ ${spaced(one)}`).join("    ")] }];
  if (tagName === "UL" || tagName === "OL") return [{ kind: "list", lines: [...node.children].map(entry) }];
  if (tagName === "DL")
    return [
      {
        kind: "list",
        lines: [...node.querySelectorAll("dt")].map((term) => `${spaced(term)}: ${spaced(term.nextElementSibling)}`),
      },
    ];
  if (tagName === "P") {
    const words = spaced(node);
    if (!words) return [];
    return node.classList.contains("pack-line")
      ? [{ kind: "sign", lines: [`${words} `] }]
      : [{ kind: "paragraph", lines: [words], keepNext: node.previousElementSibling?.matches(".pack-title") ?? false }];
  }
  const image = node.querySelector(":scope > img");
  if (!image) return blocksOf(node.children);
  const lines = [...node.querySelectorAll("p")].map(spaced).filter(Boolean);
  return [{ kind: "picture", picture: await painted(image), lines }];
}

/** A list item, with its paragraphs one after the other. */
function entry(item) {
  const words = [...item.children].map((one) =>
    one.tagName === "UL" ? [...one.children].map(spaced).join(", ") : spaced(one),
  );
  return words.filter(Boolean).join(" · ") || spaced(item);
}
