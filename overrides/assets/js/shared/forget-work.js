/**
 * Before the deletion of work that took long: asks for confirmation, explains how to save it to a file, and offers to
 * undo until the page is left.
 */
import { ROOT } from "./address.js";
import { element } from "./dom.js";
import { keptNames, recall, recallInTab, remember, rememberInTab } from "./store.js";
import { ask } from "./sure.js";

/** For each kind of work: the prefix of its names in storage, and where and how it can be saved to a file. */
const WORK = [
  { begins: "evaluation", where: "self-evaluation/", words: "Open each self-evaluation and save a file" },
  { begins: "pack", where: "pack/", words: "Open each pack and save it as a Word file" },
  { begins: "my-letter", where: "my-words/", words: "Copy your letter, or save it as a Word file" },
];
const STORES = [
  { read: recall, write: remember },
  { read: recallInTab, write: rememberInTab },
];

/** Everything that this site has stored, on the device and in this tab. */
const allKept = () =>
  STORES.flatMap(({ read, write }) => keptNames().map((name) => ({ write, name, text: read(name) }))).filter(
    ({ text }) => text !== null,
  );

/** Restores everything. Returns false if the browser refuses a part. */
const putAllBack = (all) => all.map(({ write, name, text }) => write(name, text)).every(Boolean);

const button = (words) => element("button", { type: "button", class: "button" }, words);

/**
 * Replaces the button `now` by a question whether to delete `what`. `act` deletes it and returns the text to show in
 * `said`.
 */
export function askFirst(now, said, what, act) {
  const work = WORK.filter(({ begins }) => keptNames().some((name) => name.startsWith(begins)));
  const box = element("div", { class: "sure" });
  const shut = () => {
    box.remove();
    now.hidden = false;
    now.focus();
  };
  said.textContent = "";
  now.hidden = true;
  now.after(box);
  ask(
    box,
    [
      element("p", {}, `This deletes ${what}.`),
      element("p", {}, "To keep any of it, save a file first:"),
      element(
        "ul",
        {},
        work.map(({ where, words }) => element("li", {}, element("a", { href: new URL(where, ROOT).href }, words))),
      ),
    ],
    { no: "No, keep everything", yes: "Yes, delete everything" },
    shut,
    () => {
      const before = allKept();
      said.textContent = act();
      offerBack(said, before);
    },
  );
}

/** The undo button. It disappears with the page, so that the next person who uses the device cannot find it. */
function offerBack(said, before) {
  const undo = button("Undo");
  const box = element(
    "div",
    {},
    element("p", { class: "small" }, "You can undo this until you leave or reload this page."),
    element("p", { class: "buttons" }, undo),
  );
  let all = before;
  undo.addEventListener("click", () => {
    if (putAllBack(all)) return location.reload(); // all parts of the page show the restored data
    said.textContent = "Your browser has no room to put all of it back. Delete something else, then try again.";
    return undefined;
  });
  addEventListener("pagehide", () => {
    all = null;
    box.remove();
  });
  said.after(box);
  undo.focus();
}
