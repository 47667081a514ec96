/** Builds the inside of a pack. Words from the data become text, never markup. */
const SITE = new URL("../../../", import.meta.url).href.slice(0, -1); // where this copy of the site is, for links
const KINDS = { statements: "Who does what", tools: "Tools", "easy-read": "Easy read", "self-check": "Self-check" };
const TOOLS_AT_LEAST = 6; // how many tools are named when none is tied to a chosen statement
const LONG = 12; // from so many things on, a standard begins a page of its own on paper
const MARKS = ["Very good", "In between", "Weak", "We do not know yet"];

/** An element with ``attributes`` and ``children``, which are texts or elements; what is null is left out. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/** The published address of a page of this site, as it is printed. */
const published = (url) => new URL(url.slice(1), new URL("../", document.querySelector("link[rel=canonical]").href)).href;
const link = (url, words) => el("a", { href: url.startsWith("/") ? SITE + url : url }, words);
const list = (items) => el("ul", { class: "pack-list" }, ...items);

/** A link that shows its own address, so that it can be read on paper. It may break after a slash. */
function address(url) {
  const pieces = (url.startsWith("/") ? published(url) : url).replace(/^https?:[/][/]/, "").split(/(?<=\/)/);
  return el("span", { class: "pack-address" }, link(url, pieces.flatMap((piece) => [el("wbr", {}), piece]).slice(1)));
}

/** The statements of a standard for the chosen roles. */
export function statements(part, roles) {
  return part.statements.filter((statement) => roles.some((role) => role.id === statement.role));
}

/** The tools of a standard for the chosen roles: those tied to one of their statements, or else a few, and how many there are besides. */
export function tools(part, roles) {
  const chosen = new Set(statements(part, roles).map((statement) => statement.id));
  const all = part.tools.filter((tool) => tool.roles.some((id) => roles.some((role) => role.id === id)));
  const tied = all.filter((tool) => tool.actions.some((id) => chosen.has(id)));
  const named = tied.length ? tied : all.slice(0, TOOLS_AT_LEAST);
  return { named, more: all.length - named.length };
}

/** The lines of the contents, and a section for each standard. */
export function documentOf(parts, roles, kinds) {
  const make = { statements: statementsOf, tools: toolsOf, "easy-read": easyOf, "self-check": checkOf };
  const contents = [];
  const standards = [];
  for (const part of parts) {
    const title = `Standard ${part.number}: ${part.title}`;
    const inside = kinds.map((kind) => ({ kind, id: `in-${part.id}-${kind}`, nodes: make[kind](part, roles) })).filter(({ nodes }) => nodes);
    contents.push(el("li", {}, el("a", { href: `#in-${part.id}` }, title), el("ul", {}, inside.map(({ kind, id }) => el("li", {}, el("a", { href: `#${id}` }, KINDS[kind]))))));
    const section = el(
      "section",
      { class: "pack-standard", "aria-labelledby": `in-${part.id}` },
      el("h3", { id: `in-${part.id}`, class: "pack-title" }, title),
      el("p", { class: "pack-meta" }, address(part.url)),
      el("h4", { class: "pack-kind" }, "What it asks"),
      part.asks.map((paragraph) => el("p", {}, paragraph)),
      el("p", { class: "pack-meta" }, "In our own words. The official page: ", address(part.official)),
      inside.flatMap(({ kind, id, nodes }) => [el("h4", { id, class: "pack-kind" }, KINDS[kind]), ...nodes]),
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
      el("h5", { class: "pack-small" }, role.title),
      list(own.map((one) => el("li", {}, el("p", { class: "pack-statement" }, one.text), el("p", { class: "pack-meta" }, `${one.basis}. ${one.id}. `, address(one.url))))),
    ];
  });
}

function toolsOf(part, roles) {
  const { named, more } = tools(part, roles);
  if (!named.length) return [el("p", {}, "We know of no tool for this yet.")];
  const everything = `/resources/?standard=${part.id}${roles.length === 1 ? `&role=${roles[0].id}` : ""}`;
  return [
    list(
      named.map((tool) =>
        el(
          "li",
          {},
          el("p", {}, link(tool.url, tool.title), `. ${tool.publisher}${tool.year ? `, ${tool.year}` : ""}.${tool.easy_read ? " Easy read." : ""}`),
          el("p", { class: "pack-meta" }, address(tool.address)),
        ),
      ),
    ),
    more ? el("p", {}, `And ${more} more: `, address(everything)) : null,
  ].filter(Boolean);
}

function easyOf({ easy }) {
  if (!easy) return null;
  return [
    el(
      "div",
      { class: "pack-easy" },
      el("img", { src: SITE + easy.qr, alt: "QR code that opens the easy-read page.", width: "120", height: "120" }),
      el(
        "div",
        {},
        el("p", {}, link(easy.url, easy.title), easy.checked ? "" : ". Draft: not yet checked by people who use easy read."),
        el("p", { class: "pack-meta" }, address(easy.url)),
        easy.paper && el("p", { class: "pack-meta" }, `${easy.paper.size}: `, address(easy.paper.url)),
      ),
    ),
    ...easy.blocks.map(block),
    easy.lines.length ? el("h5", { class: "pack-small" }, "What you can do and ask for") : null,
    ...easy.lines.map(block),
    easy.hard.length ? el("h5", { class: "pack-small" }, "Hard words") : null,
    easy.hard.length ? el("dl", { class: "pack-hard" }, easy.hard.flatMap(({ word, meaning }) => [el("dt", {}, word), el("dd", {}, meaning)])) : null,
  ].filter(Boolean);
}

/** One idea of an easy-read page: a picture, and its sentences with the hard words in bold. */
function block({ picture, alt, words }) {
  const sentence = (text) => el("p", {}, text.split("**").map((piece, at) => (at % 2 ? el("strong", {}, piece) : piece)));
  return el("div", { class: "pack-block" }, picture ? el("img", { src: SITE + picture, alt, width: "200", height: "150" }) : null, el("div", {}, words.map(sentence)));
}

function checkOf(part) {
  return [
    el(
      "p",
      { class: "pack-intro" },
      "Talk about each one and mark where you are now. This is to find what to do next. It is not a grade, and “very good” and “weak” are our own words, not an official scale. Write no names of people you support.",
    ),
    ...part.components.map((one) =>
      el(
        "div",
        { class: "pack-component" },
        el("h5", { class: "pack-small" }, one.title),
        el("p", {}, one.text),
        el("p", {}, el("strong", {}, "Very good looks like: "), one.very_good),
        el("p", {}, el("strong", {}, "Weak looks like: "), one.weak),
        el("p", { class: "pack-ask" }, "Where are you now?"),
        el("ul", { class: "pack-marks" }, MARKS.map((mark) => el("li", {}, mark))),
        el("p", { class: "pack-line" }, "How do you know?"),
        el("p", { class: "pack-line" }, "What next, who, and by when?"),
        el("p", { class: "pack-meta" }, address(one.url)),
      ),
    ),
  ];
}
