/** The list of chosen sentences: changing the order, removing one, and adding one's own. */
import { element, unseen } from "../shared/dom.js";
import { changeLines, lines, onChange } from "./kept.js";
import { FULL, MOST_LINES } from "./valid.js";
import { chosenWords } from "./words.js";

const OWN = "own-";
const UNDATED = "We could not read the date of your saved sentences, so we deleted them.";
const NOT_KEPT = "Your browser cannot save what you choose. Print or copy it before you leave the page.";

export function chosen(all) {
  const find = (name) => document.querySelector(`[data-${name}]`);
  const [list, none, more, said, own] = ["chosen", "none", "more-words", "chosen-said", "own"].map(find);
  const field = find("own-words");

  const change = (act, words) => {
    const kept = changeLines(act);
    said.textContent = kept ? words : `${words} ${NOT_KEPT}`.trim();
  };
  const move = (id, step) => {
    change((some) => {
      const at = some.findIndex((one) => one.id === id);
      const to = at + step;
      if (at < 0 || to < 0 || to >= some.length) return some;
      const next = some.filter((one) => one.id !== id);
      next.splice(to, 0, some[at]);
      return next;
    }, "");
    const place = lines().found.findIndex((one) => one.id === id) + 1;
    said.textContent ||= `Moved to place ${place} of ${lines().found.length}.`;
    const way = step < 0 ? "up" : "down";
    const button = list.querySelector(`[data-id="${id}"] [data-way=${way}]`);
    (button?.disabled ? button.parentElement.querySelector("[data-way]:not(:disabled)") : button)?.focus();
  };
  const takeOut = (id, at) => {
    change((some) => some.filter((one) => one.id !== id), "Removed.");
    const next = list.children[Math.min(at, list.children.length - 1)];
    (next?.querySelector("[data-out]") ?? document.getElementById("chosen")).focus();
  };

  const show = () => {
    const some = chosenWords();
    none.hidden = some.length > 0;
    more.hidden = !some.length;
    list.replaceChildren(...some.map((one, at) => item(one, at, some.length, move, takeOut)));
  };

  own.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.replace(/\s+/g, " ").trim();
    if (!words) {
      said.textContent = "Write a sentence first.";
      return field.focus();
    }
    if (lines().found.length >= MOST_LINES) {
      said.textContent = FULL;
      return field.focus();
    }
    change((some) => [...some, { id: freeId(some), words }], "Added.");
    field.value = "";
    return field.focus();
  });
  onChange(show);
  show();
  const gone = lines().found.filter(({ id }) => !id.startsWith(OWN) && !all.has(id)).length;
  if ("wordsUndated" in document.documentElement.dataset) said.textContent = UNDATED;
  else if (gone) said.textContent = "Some of your sentences are no longer on this site. We have kept them for you.";
}

function freeId(some) {
  let number = 1;
  while (some.some(({ id }) => id === `${OWN}${number}`)) number += 1;
  return `${OWN}${number}`;
}

function item({ id, words, right, law, whose }, at, number, move, takeOut) {
  const button = (attributes, label, act) => {
    const made = element("button", { type: "button", class: "button", ...attributes }, label, unseen(`: ${words}`));
    made.addEventListener("click", act);
    return made;
  };
  return element(
    "li",
    { "data-id": id },
    element("p", { class: "chosen-words" }, words),
    right &&
      element(
        "p",
        { class: "saying-is" },
        element("span", { class: "saying-right" }, whose),
        " ",
        element("a", { href: law.address }, law.title),
      ),
    element(
      "p",
      { class: "chosen-do" },
      button({ "data-way": "up", disabled: at === 0 }, "Up", () => move(id, -1)),
      button({ "data-way": "down", disabled: at === number - 1 }, "Down", () => move(id, 1)),
      button({ "data-out": true }, "Remove", () => takeOut(id, at)),
    ),
  );
}
