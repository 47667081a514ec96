/** Builds the inside of a pack. Words from the data become text, never markup. */
import { published, ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";

const KINDS = {
  statements: "Who does what",
  law: "What the law says",
  words: "Words you can say",
  tools: "Tools",
  "easy-read": "Easy read",
  "self-check": "Self-check",
};
const TOOLS_AT_LEAST = 6; // how many tools are named when none is tied to a chosen statement
const LONG = 12; // from so many things on, a standard begins a page of its own on paper
const MARKS = ["Very good", "In between", "Weak", "We do not know yet"];

/** An address of this copy of the site, for a path from its root; another site's address as it is. */
const here = (url) => (url.startsWith("/") ? new URL(url.slice(1), ROOT).href : url);
const link = (url, words) => element("a", { href: here(url) }, words);
const list = (items) => element("ul", { class: "pack-list" }, items);

/** A link that shows its own address, so that it can be read on paper. It may break after a slash. */
function address(url) {
  const pieces = (url.startsWith("/") ? published(url) : url).replace(/^https?:[/][/]/, "").split(/(?<=\/)/);
  return element(
    "span",
    { class: "pack-address" },
    link(url, pieces.flatMap((piece) => [element("wbr", {}), piece]).slice(1)),
  );
}

/** The statements of a standard for the chosen roles. */
export function statements(part, roles) {
  return part.statements.filter((statement) => roles.some((role) => role.id === statement.role));
}

/**
 * The tools of a standard for the chosen roles: those tied to one of their statements, or else a few, and how many
 * there are besides.
 */
export function tools(part, roles) {
  const chosen = new Set(statements(part, roles).map((statement) => statement.id));
  const all = part.tools.filter((tool) => tool.roles.some((id) => roles.some((role) => role.id === id)));
  const tied = all.filter((tool) => tool.actions.some((id) => chosen.has(id)));
  const named = tied.length ? tied : all.slice(0, TOOLS_AT_LEAST);
  return { named, more: all.length - named.length };
}

/** The rules of law that the statements of the chosen roles name, and those that no statement names. */
export function law(part, roles) {
  return part.law.filter((rule) => !rule.roles.length || roles.some((role) => rule.roles.includes(role.id)));
}

/** The lines of the contents, and a section for each standard. */
export function documentOf(parts, roles, kinds) {
  const make = {
    statements: statementsOf,
    law: lawOf,
    words: wordsOf,
    tools: toolsOf,
    "easy-read": easyOf,
    "self-check": checkOf,
  };
  const contents = [];
  const standards = [];
  for (const part of parts) {
    const title = `Standard ${part.number}: ${part.title}`;
    const inside = kinds
      .map((kind) => ({ kind, id: `in-${part.id}-${kind}`, nodes: make[kind](part, roles) }))
      .filter(({ nodes }) => nodes);
    contents.push(
      element(
        "li",
        {},
        element("a", { href: `#in-${part.id}` }, title),
        element(
          "ul",
          {},
          inside.map(({ kind, id }) => element("li", {}, element("a", { href: `#${id}` }, KINDS[kind]))),
        ),
      ),
    );
    const section = element(
      "section",
      { class: "pack-standard", "aria-labelledby": `in-${part.id}` },
      element("h3", { id: `in-${part.id}`, class: "pack-title" }, title),
      element("p", { class: "pack-meta" }, address(part.url)),
      element("h4", { class: "pack-kind" }, "What it asks"),
      part.asks.map((paragraph) => element("p", {}, paragraph)),
      element("p", { class: "pack-meta" }, "In our own words. The official page: ", address(part.official)),
      inside.flatMap(({ kind, id, nodes }) => [element("h4", { id, class: "pack-kind" }, KINDS[kind]), ...nodes]),
    );
    if (section.querySelectorAll("li, .pack-component").length >= LONG) section.classList.add("pack-long");
    standards.push(section);
  }
  return { contents, standards };
}

function statementsOf(part, roles) {
  return roles.flatMap((role) => {
    const own = statements(part, [role]);
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

function lawOf(part, roles) {
  const rules = law(part, roles);
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

function wordsOf({ words }) {
  if (!words.length) return null;
  return [
    element(
      "p",
      { class: "pack-intro" },
      "To say, to write, or to show to a worker. Sentences marked “A right” are backed by law. You can ask for the others.",
    ),
    list(
      words.map((one) =>
        element(
          "li",
          {},
          element("p", { class: "pack-words-said" }, `“${one.words}”`),
          element("p", { class: "pack-meta" }, one.law ? ["A right: ", link(one.url, one.law)] : "Something to ask"),
        ),
      ),
    ),
  ];
}

function toolsOf(part, roles) {
  const { named, more } = tools(part, roles);
  if (!named.length) return [element("p", {}, "There is no tool for this yet.")];
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

function easyOf({ easy }) {
  if (!easy) return null;
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
    ...easy.blocks.map(block),
    easy.lines.length ? element("h5", { class: "pack-small" }, easy.lines_heading) : null,
    ...easy.lines.map(block),
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

/** One idea of an easy-read page: a picture, and its sentences with the hard words in bold. */
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

function checkOf(part) {
  return [
    element(
      "p",
      { class: "pack-intro" },
      "Talk about each one and mark where you are now. Use it to decide what to do next. It is not a grade, and “very " +
        "good” and “weak” are our own words, not an official scale. Do not write the names of people you support.",
    ),
    ...part.components.map((one) =>
      element(
        "div",
        { class: "pack-component" },
        element("h5", { class: "pack-small" }, one.title),
        element("p", { class: "pack-meta" }, one.official ? `Component ${one.official}, in our words` : "Ours"),
        element("p", {}, one.text),
        element("p", {}, element("strong", {}, "Very good looks like: "), one.very_good),
        element("p", {}, element("strong", {}, "Weak looks like: "), one.weak),
        element("p", { class: "pack-ask" }, "Where are you now?"),
        element(
          "ul",
          { class: "pack-marks" },
          MARKS.map((mark) => element("li", {}, mark)),
        ),
        element("p", { class: "pack-line" }, "How do you know?"),
        element("p", { class: "pack-line" }, "What next, who, and by when?"),
        element("p", { class: "pack-meta" }, address(one.url)),
      ),
    ),
  ];
}
