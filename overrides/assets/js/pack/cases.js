/**
 * The part of a pack about a stage or a situation, which comes before the standards. Text from the data is never parsed
 * as HTML.
 */
import { element } from "../shared/dom.js";
import { easyOf, formsOf, wordsOf } from "./kinds.js";
import { address, list } from "./links.js";

/** The sections for a stage or situation, of the chosen kinds of content: `{kind, title, nodes}` each. */
export function insideCase(part, kinds) {
  const make = {
    statements: doOf,
    law: lawOf,
    words: (one) => (one.words ? wordsOf(one) : null),
    forms: (one) => formsOf(one),
    "easy-read": (one) => easyOf(one),
  };
  return kinds.map((kind) => ({ kind, nodes: make[kind]?.(part) ?? null })).filter(({ nodes }) => nodes);
}

/** What to do first, and what happens next. */
function doOf({ first = [], steps = [] }) {
  if (!first.length && !steps.length) return null;
  const step = ({ do: what, how, who, by_when: byWhen }) =>
    element(
      "li",
      {},
      element("p", { class: "pack-step" }, what),
      how && element("p", {}, how),
      who || byWhen ? element("p", { class: "pack-meta" }, [who, byWhen].filter(Boolean).join(": ")) : null,
    );
  return [element("ol", { class: "pack-list" }, [...first, ...steps].map(step))];
}

function lawOf({ law = [] }) {
  if (!law.length) return null;
  return [
    list(
      law.map(({ text, cite, url }) =>
        element("li", {}, element("p", {}, text), element("p", { class: "pack-meta" }, `${cite}. `, address(url))),
      ),
    ),
  ];
}
