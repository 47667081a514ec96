/** Describes the content of a pack in words. */
import { count, listed } from "../shared/words.js";
import { law, statements, tools, whole } from "./choice.js";
import { formsIn } from "./papers.js";

/** The numbers of each kind of content, without zeros, counted in the finished pack. */
export function holds(found, cases, taken, kinds) {
  const told = whole(taken) ? found : [];
  const papers = formsIn(found, cases, taken);
  const shaped = (wanted) => papers.filter(({ shape }) => shape === wanted).length;
  const counts = {
    statements: [found.flatMap((one) => statements(one, taken)).length, "statement"],
    law: [
      new Set(
        [...found.flatMap((one) => law(one, taken)), ...cases.flatMap((one) => one.law ?? [])].map(({ url }) => url),
      ).size,
      "legal rule",
      "legal rules",
    ],
    words: [[...told, ...cases].flatMap((one) => one.words ?? []).length, "sentence"],
    tools: [new Set(found.flatMap((one) => tools(one, taken).named.map((tool) => tool.url))).size, "tool"],
    forms: [shaped("form"), "form"],
    letters: [shaped("letter"), "letter"],
    "easy-read": [[...told, ...cases].filter((one) => one.easy).length, "easy-read page"],
    "self-check": [
      document.querySelectorAll("[data-pack-standards] .pack-component").length,
      "self-evaluation question",
    ],
  };
  const named = kinds.flatMap((kind) => (kind === "forms" ? ["forms", "letters"] : [kind]));
  return (
    listed(named.filter((kind) => counts[kind][0]).map((kind) => count(...counts[kind]))) ||
    "nothing that matches everything you ticked"
  );
}
