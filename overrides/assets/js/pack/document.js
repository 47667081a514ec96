/** Builds the content of a pack: a section for each stage, situation and standard. */
import { element } from "../shared/dom.js";
import { insideCase } from "./cases.js";
import { statements, whole } from "./choice.js";
import { easyOf, formsOf, lawOf, statementsOf, toolsOf, wordsOf } from "./kinds.js";
import { address } from "./links.js";
import { checkOf } from "./self-check.js";

const KINDS = {
  statements: "Who does what",
  law: "What the law says",
  words: "What you can say",
  tools: "Tools and resources",
  forms: "Forms and letters",
  "easy-read": "Easy read",
  "self-check": "Self-evaluation",
};
const LONG = 12; // from this many items on, a section begins a new page in print

/**
 * The table of contents, and a section for each stage or situation (`cases`) and each standard (`parts`) that has
 * content. `marks` are the words to choose from in a self-check.
 */
export function documentOf(cases, parts, choice, kinds, marks) {
  const sections = [
    ...cases.map((one) => caseSection(one, kinds)),
    ...parts.map((part) => standardSection(part, choice, kinds, marks)),
  ].filter(Boolean);
  return { contents: sections.map(({ line }) => line), standards: sections.map(({ section }) => section) };
}

function caseSection(part, kinds) {
  const inside = insideCase(part, kinds).map(({ kind, nodes }) => ({
    id: `in-${part.id}-${kind}`,
    title: kind === "statements" ? "What to do" : KINDS[kind],
    nodes,
  }));
  return made(
    part.id,
    part.title,
    [element("p", { class: "pack-meta" }, address(part.url)), element("p", {}, part.about)],
    inside,
  );
}

function standardSection(part, choice, kinds, marks) {
  const make = {
    statements: statementsOf,
    law: lawOf,
    words: wordsOf,
    tools: toolsOf,
    forms: formsOf,
    "easy-read": easyOf,
    "self-check": (one) => checkOf(one, choice, marks),
  };
  const inside = kinds
    .map((kind) => ({ id: `in-${part.id}-${kind}`, title: KINDS[kind], nodes: make[kind](part, choice) }))
    .filter(({ nodes }) => nodes?.length);
  if (!whole(choice) && !statements(part, choice).length) return null;
  if (!inside.length && !whole(choice)) return null;
  const asks = whole(choice)
    ? [
        element("h4", { class: "pack-kind" }, "What it asks"),
        ...part.asks.map((paragraph) => element("p", {}, paragraph)),
        part.official
          ? element("p", { class: "pack-meta" }, "In our own words. The official page: ", address(part.official))
          : null,
      ]
    : [];
  return made(
    part.id,
    `Standard ${part.number}: ${part.title}`,
    [element("p", { class: "pack-meta" }, address(part.url)), ...asks],
    inside,
  );
}

function made(id, title, before, inside) {
  const to = (place, words) => element("a", { href: `#${place}` }, words);
  const line = element(
    "li",
    {},
    to(`in-${id}`, title),
    element(
      "ul",
      {},
      inside.map((one) => element("li", {}, to(one.id, one.title))),
    ),
  );
  const section = element(
    "section",
    { class: "pack-standard", "aria-labelledby": `in-${id}` },
    element("h3", { id: `in-${id}`, class: "pack-title" }, title),
    before.filter(Boolean),
    inside.flatMap((one) => [element("h4", { id: one.id, class: "pack-kind" }, one.title), ...one.nodes]),
  );
  if (section.querySelectorAll("li, .pack-component").length >= LONG) section.classList.add("pack-long");
  return { line, section };
}
