/** Packs that a reader keeps under a name on this device, and what was written on the page, for as long as the tab is open. */
import { element } from "../shared/dom.js";
import { changedElsewhere, recall, recallInTab, remember, rememberInTab } from "../shared/store.js";

const NAME = "packs"; // [{name, remark, choice}]
const WRITTEN = "pack-written"; // {choice, name, remark}
const MOST = 50;
const LONGEST = 300;
const text = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");

function read(kept) {
  try {
    return JSON.parse(kept) ?? null;
  } catch {
    return null;
  }
}

/** The packs kept, the last first. What cannot be read is none. */
export function packs() {
  const kept = read(recall(NAME));
  if (!Array.isArray(kept)) return [];
  return kept
    .filter((one) => one && typeof one.choice === "string" && text(one.name))
    .map(({ name, remark, choice }) => ({ name: text(name), remark: text(remark), choice }));
}

/** Keeps a pack; one of the same name is replaced. False where the browser refuses. */
export const keepPack = (pack) => write([pack, ...packs().filter(({ name }) => name !== pack.name)].slice(0, MOST));

const write = (all) => remember(NAME, all.length ? JSON.stringify(all) : "");

/** The title and note that were written for a choice before the page was loaded again; null where none were. */
export function written(choice) {
  const kept = read(recallInTab(WRITTEN));
  return kept?.choice === choice ? { name: text(kept.name), remark: text(kept.remark) } : null;
}

/** Keeps the title and note of a choice until the tab is closed. */
export const noteWritten = (choice, name, remark) =>
  rememberInTab(WRITTEN, name || remark ? JSON.stringify({ choice, name, remark }) : "");

/** Lists the packs kept in `box`. `act` hears when one is opened. */
export function listPacks(box, act) {
  const list = element("ul", {});
  let gone = null; // {pack, at}: the one that was deleted last, and its place
  box.querySelector("[data-pack-list]").replaceChildren(list);
  const show = () => {
    const all = packs();
    box.hidden = !all.length && !gone;
    list.replaceChildren(
      ...all.map((pack) => {
        const open = element("a", { href: `?${pack.choice}` }, pack.name);
        open.addEventListener("click", (event) => {
          event.preventDefault();
          act(pack);
        });
        const remove = element(
          "button",
          { type: "button", class: "button" },
          "Delete",
          element("span", { class: "vh" }, ` ${pack.name}`),
        );
        remove.addEventListener("click", () => {
          gone = { pack, at: all.indexOf(pack) };
          write(packs().filter(({ name }) => name !== pack.name));
          show();
          list.querySelector("[data-undo]").focus();
        });
        return element("li", {}, open, remove);
      }),
    );
    if (gone) list.insertBefore(undo(), list.children[gone.at] ?? null);
  };
  const undo = () => {
    const { pack, at } = gone;
    const back = element("button", { type: "button", class: "button", "data-undo": "" }, "Undo");
    back.addEventListener("click", () => {
      gone = null;
      if (!packs().some(({ name }) => name === pack.name)) write(packs().toSpliced(at, 0, pack));
      show();
      list.children[at]?.querySelector("a").focus();
    });
    return element("li", {}, element("span", { role: "status" }, `“${pack.name}” is deleted.`), back);
  };
  changedElsewhere(NAME, show);
  addEventListener("forgotten", () => {
    gone = null;
    show();
  });
  show();
  return show;
}
