/**
 * The elements for each kind of content in a pack; null if there is none. Text from the data is never parsed as HTML.
 */
import { element } from "../shared/dom.js";
import { law, narrowed, statements, tools, whole } from "./choice.js";
import { address, here, link, list } from "./links.js";

export function statementsOf(part, choice) {
  const chosen = statements(part, choice);
  const roles = [...choice.roles, ...choice.others];
  return roles.flatMap((role) => {
    const own = chosen.filter((one) => one.role === role.id);
    if (!own.length) return [];
    return [
      element("h5", { class: "pack-small" }, role.title),
      list(
        own.map((one) =>
          element(
            "li",
            {},
            element("p", { class: "pack-statement" }, one.text),
            one.suggestion && element("p", { class: "pack-meta" }, one.suggestion),
            element("p", { class: "pack-meta" }, `${one.ground ? `${one.ground}. ` : ""}${one.id}. `, address(one.url)),
          ),
        ),
      ),
    ];
  });
}

export function lawOf(part, choice) {
  const rules = law(part, choice);
  if (!rules.length) return null;
  return [
    list(
      rules.map((rule) =>
        element(
          "li",
          {},
          element("p", { class: "pack-rule" }, rule.title),
          element("p", {}, rule.text),
          element(
            "p",
            { class: "pack-meta" },
            `${[rule.strength, rule.who].filter(Boolean).join(": ")}. ${rule.cite}. `,
            address(rule.url),
          ),
        ),
      ),
    ),
  ];
}

/**
 * Words to say, marked as on other pages. `said_by_workers` is true if they are about a right of the person that the
 * worker supports.
 */
export function wordsOf({ words, said_by_workers: byWorkers = false }, choice) {
  if (!words.length || (choice && !whole(choice))) return null;
  const [right, ask] = byWorkers ? ["The person’s right", "Something to say"] : ["Your right", "Something to ask"];
  return [
    element(
      "p",
      { class: "pack-intro" },
      byWorkers
        ? `To say or write to the person. Sentences marked “${right}” are backed by law.`
        : `To say, to write, or to show to a worker. Sentences marked “${right}” are backed by law. You can ask for the others.`,
    ),
    list(
      words.map((one) =>
        element(
          "li",
          {},
          element("p", { class: "pack-words-said" }, `“${one.words}”`),
          element("p", { class: "pack-meta" }, one.law ? [`${right}: `, link(one.url, one.law)] : ask),
        ),
      ),
    ),
  ];
}

export function toolsOf(part, choice) {
  const { named, more } = tools(part, choice);
  const { roles } = choice;
  if (!named.length && narrowed(choice)) return null;
  if (!named.length) return [element("p", {}, "There are no tools or resources for this yet.")];
  const everything = `/resources/?standard=${part.id}${roles.length === 1 ? `&role=${roles[0].id}` : ""}`;
  return [
    list(
      named.map((tool) =>
        element(
          "li",
          {},
          element(
            "p",
            {},
            link(tool.url, tool.title),
            `. ${tool.publisher}${tool.year ? `, ${tool.year}` : ""}.${tool.easy_read ? " Easy read." : ""}`,
          ),
          element("p", { class: "pack-meta" }, address(tool.address)),
        ),
      ),
    ),
    more ? element("p", {}, `And ${more} more: `, address(everything)) : null,
  ].filter(Boolean);
}

export function easyOf({ easy }, choice) {
  if (!easy || (choice && !whole(choice))) return null;
  return [
    element(
      "div",
      { class: "pack-easy" },
      element("img", {
        src: here(easy.qr),
        alt: "QR code that opens the easy-read page.",
        width: "120",
        height: "120",
      }),
      element(
        "div",
        {},
        element(
          "p",
          {},
          link(easy.url, easy.title),
          easy.checked ? "" : ". Draft: not yet checked by people who use easy read.",
        ),
        element("p", { class: "pack-meta" }, address(easy.url)),
        easy.paper && element("p", { class: "pack-meta" }, `${easy.paper.size}: `, address(easy.paper.url)),
      ),
    ),
    ...easy.opening.map(block),
    easy.lines.length ? element("h5", { class: "pack-small" }, easy.lines_heading) : null,
    ...easy.lines.map(block),
    easy.rest.length ? element("h5", { class: "pack-small" }, easy.rest_heading) : null,
    ...easy.rest.map(block),
    easy.hard.length ? element("h5", { class: "pack-small" }, "Hard words") : null,
    easy.hard.length
      ? element(
          "dl",
          { class: "pack-hard" },
          easy.hard.flatMap(({ word, meaning }) => [element("dt", {}, word), element("dd", {}, meaning)]),
        )
      : null,
  ].filter(Boolean);
}

/** A block of an easy-read page: a picture, and its sentences with hard words in bold. */
function block({ picture, alt, words }) {
  const sentence = (pieces) =>
    element(
      "p",
      {},
      pieces.map(([text, hard]) => (hard ? element("strong", {}, text) : text)),
    );
  return element(
    "div",
    { class: "pack-block" },
    picture ? element("img", { src: here(picture), alt, width: "200", height: "150" }) : null,
    element("div", {}, words.map(sentence)),
  );
}

/** Our forms and letters for a standard. */
export function formsOf({ forms }, choice) {
  if (!forms.length || (choice && !whole(choice))) return null;
  return [
    forms.some(({ paper }) => paper)
      ? element("p", { class: "pack-intro" }, "Print these forms too: their boxes are not in this pack.")
      : null,
    list(
      forms.map(({ title, about, url, paper }) =>
        element(
          "li",
          {},
          element("p", {}, link(url, title), `. ${about}`),
          element("p", { class: "pack-meta" }, address(url)),
          paper && element("p", { class: "pack-meta" }, `The blank form to print, ${paper.size}: `, address(paper.url)),
        ),
      ),
    ),
  ].filter(Boolean);
}
