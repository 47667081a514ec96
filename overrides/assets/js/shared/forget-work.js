/** Asks before work that took long is deleted, says how to keep it in a file first, and can put all back until the page is left. */
import { ROOT } from "./address.js";
import { element } from "./dom.js";
import { keptNames, recall, recallInTab, remember, rememberInTab } from "./store.js";
import { ask } from "./sure.js";

/** How the names of each sort begin, where it is kept in a file, and how. */
const WORK = [
  { begins: "evaluation", where: "self-evaluation/", words: "Open each self-evaluation and save a file" },
  { begins: "pack", where: "pack/", words: "Open each pack and save it as a Word file" },
  { begins: "my-letter", where: "my-words/", words: "Copy your letter, or save it as a Word file" },
];
const STORES = [
  { read: recall, write: remember },
  { read: recallInTab, write: rememberInTab },
];

/** All that this site keeps, on the device and in this tab. */
const allKept = () =>
  STORES.flatMap(({ read, write }) => keptNames().map((name) => ({ write, name, text: read(name) }))).filter(
    ({ text }) => text !== null,
  );

/** Puts all of it back. False where the browser does not take it. */
const putAllBack = (all) => all.map(({ write, name, text }) => write(name, text)).every(Boolean);

const button = (words) => element("button", { type: "button", class: "button" }, words);

/** Asks in the place of the button `now` whether to delete `what`. `act` deletes it and gives what is then said in `said`. */
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

/** The way back, which goes as the page does: whoever uses the device next must not find it. */
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
    if (putAllBack(all)) return location.reload(); // what shows some of it shows it again
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
