/**
 * Buttons that copy: those written on the page, and one on each listed statement. What was done is said in a status
 * line.
 */
import { put } from "../shared/clipboard.js";
import { element, unseen } from "../shared/dom.js";

export function copy() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = document.getElementById(button.dataset.copy);
    const said = document.querySelector("[data-said]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      said.textContent = (await put(words.textContent.trim())) ? "Copied." : refused(words);
    });
  }
  const page = document.querySelector("[data-copied]");
  if (page) for (const item of document.querySelectorAll(".action")) offer(item, page);
}

/** Puts a button on a statement that opens two: copy its link, copy it with its citation. */
function offer(item, page) {
  const id = item.id || item.dataset.action;
  const looks = { type: "button", class: "action-copy", "aria-expanded": "false" };
  const opener = element("button", looks, "Copy", unseen(` statement ${id}`));
  item.querySelector(".action-do").append(opener);
  const close = () => {
    opener.setAttribute("aria-expanded", "false");
    item.querySelector(".action-copies").remove();
    page.textContent = "";
  };
  opener.addEventListener("click", () => {
    if (opener.getAttribute("aria-expanded") === "true") return close();
    opener.setAttribute("aria-expanded", "true");
    const box = element("p", { class: "action-copies" });
    const address = `${page.dataset.base}actions/${id}/`;
    for (const [name, words] of [
      ["Copy link", address],
      ["Copy with citation", cited(item, id, page, address)],
    ]) {
      const one = element("button", { type: "button", class: "button" }, name);
      box.append(one, " ");
      one.addEventListener("click", () => tell(box, page, words));
    }
    item.querySelector(".action-meta").after(box);
  });
  item.addEventListener("keydown", (event) => {
    if (
      event.key === "Escape" &&
      event.target.closest(".action-copies, .action-copy") &&
      item.querySelector(".action-copies")
    ) {
      close();
      opener.focus();
    }
  });
}

function cited(item, id, page, address) {
  const text = item.querySelector(".action-text").cloneNode(true);
  for (const meaning of text.querySelectorAll(".meaning")) meaning.remove();
  const standard = item.closest("[data-of]").dataset.of;
  const basis = item.querySelector(".basis").textContent.trim();
  const ground = basis.charAt(0).toLowerCase() + basis.slice(1);
  const parts = [standard, `Statement ${id}`, `Based on: ${ground}`, page.dataset.cite, address];
  return `${text.textContent.trim()} (${parts.join(". ")})`;
}

/** Copies, and says so twice: to the eye beside the buttons, and in the page's status line. */
async function tell(box, page, words) {
  box.querySelector(".action-said")?.remove();
  const said = element("span", { class: "action-said" });
  box.append(said);
  page.textContent = "";
  if (await put(words)) said.textContent = "Copied.";
  else {
    const shown = element("span", { class: "action-words" }, words);
    said.append(shown);
    said.prepend(refused(shown), " ");
  }
  page.textContent = said.firstChild.textContent;
}

/** Selects the words, so that they can be copied by hand, and says so. */
function refused(element) {
  getSelection().selectAllChildren(element);
  return "Your browser blocked copying. The words are selected for you to copy.";
}
