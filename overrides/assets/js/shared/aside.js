/**
 * Unreadable data on the device. It is set aside under another name, where no later save overwrites it, until the
 * reader deletes it.
 */
import { element } from "./dom.js";
import { handOver } from "./hand-over.js";
import { forgetNames, keptNames, recall, recallInTab, remember, rememberInTab } from "./store.js";
import { sure } from "./sure.js";

const before = (name) => `${name}-unread-`;
const textOf = (name) => recall(name) ?? recallInTab(name);

/** The names under which texts of `name` were set aside. */
export const asideOf = (name) => keptNames().filter((one) => one.startsWith(before(name)));

/**
 * Sets aside what is stored under a name, on the device or `inTab`. Returns false if the browser refuses: then nothing
 * may be written in its place.
 */
export function setAside(name, { inTab = false } = {}) {
  const text = (inTab ? recallInTab : recall)(name);
  const aside = asideOf(name);
  if (text === null || aside.some((one) => textOf(one) === text)) return true;
  let number = 1;
  while (aside.includes(before(name) + number)) number += 1;
  return (inTab ? rememberInTab : remember)(before(name) + number, text);
}

/**
 * Shows in `box` a notice if something under one of `names` was set aside, with buttons to save it as a file or delete
 * it. `what` is its name for readers.
 */
export function tellAside(box, names, what, fileName) {
  const all = () => names.flatMap(asideOf);
  let shown = "";
  const show = () => {
    const now = all();
    if (now.join() === shown) return; // an open question stays open
    shown = now.join();
    box.replaceChildren(...(now.length ? [notice()] : []));
  };
  const notice = () => {
    const save = element("button", { type: "button", class: "button" }, "Save the unread part as a file");
    save.addEventListener("click", () => handOver(new Blob([all().map(textOf).join("\n\n")]), fileName));
    const remove = element("button", { type: "button", class: "button" }, "Delete the unread part");
    const asked = () => element("p", {}, "Delete the part that could not be read? You cannot undo this.");
    return element(
      "div",
      { class: "note set-aside" },
      element(
        "p",
        {},
        `Some of what is saved on this device could not be read: ${what}. We have kept that part as it is. You can save it as a file, or delete it.`,
      ),
      element("p", {}, save),
      sure(remove, asked, { no: "No, keep it", yes: "Yes, delete it" }, () => forgetNames(all())),
    );
  };
  for (const event of ["kept", "storage"]) addEventListener(event, show);
  show();
}
