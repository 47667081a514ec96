/**
 * Copy buttons: those in the page's HTML, and one on each listed statement and finding, which opens a panel. A status
 * line says what was done.
 */
import { put, refused } from "../shared/clipboard.js";
import { element, unseen } from "../shared/dom.js";
import { answered, fetched } from "../shared/fetched.js";

export function copy() {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-file]")) {
    const { copy, copyFile } = button.dataset;
    const about = document.getElementById(copy ?? copyFile);
    const said = document.querySelector("[data-said]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const words = copy ? about.textContent.trim() : await textOf(about.href);
      said.textContent =
        words === null
          ? "The file did not load. Try again, or download it."
          : (await put(words))
            ? "Copied."
            : refused(about);
    });
  }
  const page = document.querySelector("[data-copied]");
  if (!page) return;
  for (const item of document.querySelectorAll(".action"))
    offer(item, item.querySelector(".action-text"), item.querySelector(".action-meta"), page);
  for (const item of document.querySelectorAll("[data-finding][id]"))
    offer(item, item.querySelector("p"), item.querySelector(".cite"), page);
}

/** The text of a file, or null if it cannot be loaded. */
async function textOf(address) {
  try {
    return await (await answered(address)).text();
  } catch {
    return null;
  }
}

/**
 * Adds a button to a statement or finding. Its name for screen readers quotes `words`. The script of its panel is
 * loaded when it is pressed.
 */
function offer(item, words, beside, page) {
  const name = words.textContent.trim();
  const looks = { type: "button", class: "action-copy", "aria-expanded": "false" };
  const opener = element("button", looks, "Copy", unseen(` “${name}”`));
  beside.append(" ", opener);
  const open = () => fetched(import("./copies.js"), ({ copies }) => copies({ item, name, opener, page }));
  opener.addEventListener("click", open, { once: true });
}
