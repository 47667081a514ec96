/**
 * Renders a search result: its title, what it is, why it was found, and its easy-read page. All content is set as text,
 * never as HTML.
 */
import { element, unseen } from "../shared/dom.js";

/** The list item for one result. `names` returns the label of a facet's value; `root` is the address of the site. */
export function answer({ one, title, text, reasons }, names, root) {
  const link = element("a", { href: root + one.url.slice(1) }, withMarks(title));
  const item = element(
    "li",
    { class: "answer" },
    element("h3", {}, link),
    element("p", { class: "answer-is" }, whatItIs(one, names)),
  );
  if (one.text) item.append(element("p", {}, withMarks(text)));
  if (reasons) item.append(element("p", { class: "small" }, `Found by ${reasons}.`));
  if (one.twin) {
    const looks = { class: "answer-easy", href: `${root}easy-read/${one.twin}` };
    const easy = element("a", looks, "Easy read", unseen(` about: ${one.title}`));
    item.append(element("p", {}, easy));
  } else if (one.easy.length && one.of !== "easy_read")
    item.append(element("p", { class: "small" }, "Easy read available"));
  return item;
}

/** Adds another record with the same title to the first one's result, as a link that says what it is. */
export function fold(item, { one }, names, root) {
  let rest = item.querySelector("ul");
  if (!rest) {
    rest = element("ul", { class: "plain-list answer-same" });
    item.append(element("p", { class: "small" }, "With the same title:"), rest);
  }
  const said = one.text || one.title;
  rest.append(
    element("li", {}, element("a", { href: root + one.url.slice(1) }, `${names("kind", one.kind[0], "one")}: ${said}`)),
  );
}

/** The kind of record, its role, and its standard. */
function whatItIs(one, names) {
  const parts = [element("span", {}, names("kind", one.kind[0], "one"))];
  for (const at of one.role.length > 2 ? [] : one.role)
    parts.push(element("span", { class: `role ${names("role", at, "colour")}` }, names("role", at, "one")));
  if (one.role.length > 2) parts.push(element("span", {}, `${one.role.length} roles`));
  for (const at of one.of === "standards" || one.standard.length > 2 ? [] : one.standard)
    parts.push(element("span", {}, `Standard ${names("standard", at)}`));
  if (one.standard.length > 2) parts.push(element("span", {}, `${one.standard.length} standards`));
  return parts.flatMap((part, at) => (at ? [" ", part] : [part]));
}

/** A text in parts of which every second one matched. These are marked. */
const withMarks = (parts) => parts.map((part, at) => (at % 2 ? element("mark", {}, part) : part));
