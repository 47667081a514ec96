/**
 * Charts as SVG. Each part shows its number, and its step has its own pattern and a legend, so that nothing depends on
 * colour. The text under each bar says the same.
 */
import { element } from "../shared/dom.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 320; // the width of a full row, in units of the viewBox
const ROW = 26;
const BAR = 18;

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().filter(Boolean));
  return made;
}

/**
 * `{title, steps, rows}`: a bar for each row with a part for each step (its width is the step's share of the row's
 * `total`), and its `words`.
 */
export function chart({ title, steps, rows }) {
  const some = rows.filter(({ parts }) => parts.some(Boolean));
  if (!some.length) return element("p", { class: "small" }, `${title}: nothing to draw yet.`);
  const key = element(
    "ul",
    { class: "chart-key" },
    steps.map((step, at) => element("li", {}, sample(at, steps.length), element("span", {}, step.title))),
  );
  return element(
    "figure",
    { class: "chart" },
    element("figcaption", {}, title),
    key,
    element(
      "ul",
      { class: "chart-rows" },
      rows.map((row) =>
        element(
          "li",
          {},
          element("span", { class: "chart-title" }, row.title),
          bar(row, steps),
          element("span", { class: "small" }, row.words),
        ),
      ),
    ),
  );
}

/**
 * The pattern for step `at` of `all`, from 0, the best, to 5, the worst. Fewer steps use patterns that are far apart.
 */
const look = (at, all) => Math.round((at * 5) / Math.max(all - 1, 1));

/** The pattern over the ground of a part, as a path from its left edge: cross-hatched, hatched, ruled, dotted. */
const MARKS = {
  1: (width) => `${slanted(width, 6, 1)}${slanted(width, 6, -1)}`,
  2: (width) => slanted(width, 9, 1),
  3: (width) => level(width, [4.5, 9, 13.5]),
  4: (width) => level(width, [3.5, 9, 14.5]),
};

function slanted(width, every, way) {
  const [from, to] = way > 0 ? [BAR, 0] : [0, BAR];
  const many = Math.ceil((width + BAR) / every);
  return Array.from({ length: many }, (_, n) => `M${n * every - BAR} ${from}L${n * every} ${to}`).join("");
}

const level = (width, heights) => heights.map((y) => `M0 ${y}H${width}`).join("");

function sample(at, all) {
  return svg(
    "svg",
    { class: "chart-sample", viewBox: "0 0 18 18", width: 18, height: 18, "aria-hidden": "true", focusable: "false" },
    part(0, 18, at, all, ""),
  );
}

function bar({ parts, total }, steps) {
  let x = 0;
  const drawn = parts.flatMap((many, at) => {
    if (!many) return [];
    const width = (many / Math.max(total, 1)) * WIDE;
    x += width;
    return [part(x - width, width, at, steps.length, String(many))];
  });
  const ground = svg("rect", { class: "chart-ground", x: 0, y: 0, width: WIDE, height: BAR });
  return svg(
    "svg",
    { class: "chart-bar", viewBox: `0 0 ${WIDE} ${ROW - 6}`, "aria-hidden": "true", focusable: "false" },
    ground,
    ...drawn,
  );
}

/** A part: its ground, its pattern, which is clipped at the part's end, and its number. */
function part(x, width, at, all, words) {
  const step = look(at, all);
  return svg(
    "g",
    {},
    svg(
      "svg",
      { x, y: 0, width, height: BAR },
      svg("rect", { class: `chart-step chart-step-${step}`, x: 0, y: 0, width, height: BAR }),
      MARKS[step] && svg("path", { class: `chart-mark chart-mark-${step}`, d: MARKS[step](width) }),
      svg("rect", { class: "chart-edge", x: 0, y: 0, width, height: BAR }),
    ),
    words && svg("rect", { class: "chart-number-ground", x: x + width / 2 - 7, y: 2, width: 14, height: 14, rx: 2 }),
    words && textAt(x + width / 2, words),
  );
}

function textAt(x, words) {
  const made = svg("text", { class: "chart-number", x, y: 13, "text-anchor": "middle" });
  made.textContent = words;
  return made;
}

const STEP = 54;
const MARK = 20;

/**
 * `{title, steps, rows}`: a line for each row, with the letter of each view at its step of the scale. Null if there is
 * no rating.
 */
export function dots({ title, steps, rows }) {
  const some = rows.filter(({ marks }) => marks.length);
  if (!some.length) return null;
  return element(
    "figure",
    { class: "chart" },
    element(
      "figcaption",
      {},
      title,
      element(
        "span",
        { class: "small" },
        `From ${steps[0].number}, ${steps[0].name}, on the left to ${steps.at(-1).number}, ${steps.at(-1).name}, on the right. The table above says the same.`,
      ),
    ),
    element(
      "ul",
      { class: "chart-rows" },
      some.map((row) =>
        element(
          "li",
          {},
          element("span", { class: "chart-title" }, row.title),
          lineOf(row, steps),
          element("span", { class: "vh" }, row.marks.map(({ at, letter }) => `${letter}: ${at}`).join(", ")),
        ),
      ),
    ),
  );
}

function lineOf({ marks }, steps) {
  const stacked = new Map();
  const drawn = marks.map(({ at, letter }) => {
    const above = stacked.get(at) ?? 0;
    stacked.set(at, above + 1);
    return { x: (steps.findIndex(({ number }) => number === at) + 0.5) * STEP, y: above * (MARK + 2), letter };
  });
  const height = Math.max(...stacked.values()) * (MARK + 2) + 16;
  return svg(
    "svg",
    { class: "chart-bar", viewBox: `0 0 ${steps.length * STEP} ${height}`, "aria-hidden": "true", focusable: "false" },
    steps.map((_, at) => svg("path", { class: "chart-line", d: `M${(at + 0.5) * STEP} 0V${height - 14}` })),
    steps.map(({ number }, at) => number && label((at + 0.5) * STEP, height - 2, number)),
    drawn.map(({ x, y, letter }) =>
      svg(
        "g",
        {},
        svg("circle", { class: "chart-dot", cx: x, cy: y + MARK / 2, r: MARK / 2 }),
        dotLetter(x, y + MARK / 2 + 4.5, letter),
      ),
    ),
  );
}

function label(x, y, words) {
  const made = svg("text", { class: "chart-label", x, y, "text-anchor": "middle" });
  made.textContent = words;
  return made;
}

function dotLetter(x, y, words) {
  const made = svg("text", { class: "chart-letter", x, y, "text-anchor": "middle" });
  made.textContent = words;
  return made;
}
