/**
 * An answer as the page shows it: its heading, what it is, why it was found, and its easy-read page. Text only is put
 * in, never markup.
 */
import { element, unseen } from "../shared/dom.js";
import { pieces, terms } from "./tokens.js";

const WORD = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;

/**
 * The item of the list for one thing found. `names` gives the name on the page of a facet's choice; `root` is the
 * address of the site; `lexicon` has the words of the site.
 */
export function answer({ one, why }, names, root, lexicon) {
  const met = new Set(why?.terms ?? []);
  const link = element("a", { href: root + one.url.slice(1) }, marked(one.title, met));
  const item = element(
    "li",
    { class: "answer" },
    element("h3", {}, link),
    element("p", { class: "answer-is" }, whatItIs(one, names)),
  );
  if (one.text) item.append(element("p", {}, marked(one.text, met)));
  const reasons = why ? reasonsFor(one, why, lexicon) : "";
  if (reasons) item.append(element("p", { class: "small" }, `Found by ${reasons}.`));
  if (one.twin) {
    const looks = { class: "answer-easy", href: `${root}easy-read/${one.twin}` };
    const easy = element("a", looks, "Easy read", unseen(` about: ${one.title}`));
    item.append(element("p", {}, easy));
  } else if (one.easy.length && one.of !== "easy_read")
    item.append(element("p", { class: "small" }, "Easy read available"));
  return item;
}

/** Puts something else of the same title into the answer of the first, as a link that says what it is. */
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

/** What kind of thing it is, whose, and of which standard. */
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

/** A text with the words that matched marked. */
function marked(text, met) {
  if (!met.size) return [text];
  const out = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!terms(match[0]).some((stem) => met.has(stem))) continue;
    out.push(text.slice(end, match.index), element("mark", {}, match[0]));
    end = match.index + match[0].length;
  }
  return [...out, text.slice(end)];
}

/** Which words it was found by, and beside each what was typed where that is another: “breaks” (you typed “brakes”). */
function reasonsFor(one, { says, terms: met }, lexicon) {
  const has = [one.title, ...one.names, one.text].flatMap(pieces);
  const found = new Map(); // what was typed -> the words that stand for it here
  for (const word of says) {
    const stems = met.filter((stem) => word.ways.some(([way]) => way === stem));
    for (const stem of stems.slice(0, 2)) {
      const own = has.filter((piece) => terms(piece)[0] === stem);
      // What is only looked through is not here: then it is the word that was typed, or the commonest like it
      const shown = stem.includes("_")
        ? stem.replace("_", " ")
        : (shortest(own, word.typed) ?? (terms(word.typed)[0] === stem ? word.typed : lexicon.surface(stem)));
      found.set(word.typed, new Set([...(found.get(word.typed) ?? []), shown]));
    }
  }
  return [...found]
    .slice(0, 6)
    .map(([typed, shown]) => {
      const words = [...shown].join(" ");
      return shown.has(typed) ? `“${typed}”` : `“${words}” (you typed “${typed}”)`;
    })
    .join(", ");
}

/** The word that was typed where it is among `words`, and else the shortest. */
const shortest = (words, typed) => (words.includes(typed) ? typed : words.sort((a, b) => a.length - b.length)[0]);
