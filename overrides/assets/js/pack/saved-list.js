/** The list of packs saved on this device. */
import { tellAside } from "../shared/aside.js";
import { element } from "../shared/dom.js";
import { changedElsewhere } from "../shared/store.js";
import { deletePack, NAME, packs, putBack, readable } from "./saved.js";

/**
 * Shows in `box` the saved packs, and a notice about unreadable ones. Calls `act` when one is opened. Returns a
 * function that renders the list again.
 */
export function listPacks(box, act) {
  const list = element("ul", {});
  const unread = element("div", {});
  let gone = null; // {pack, at}: the pack that was deleted last, and its position
  readable();
  box.before(unread);
  box.querySelector("[data-pack-list]").replaceChildren(list);
  tellAside(unread, [NAME], "one or more packs", "unread-packs.txt");
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
          if (!deletePack(pack)) return;
          gone = { pack, at: all.indexOf(pack) };
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
      putBack(pack, at);
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
