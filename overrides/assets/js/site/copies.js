/** The panel that the button "Copy" of a listed statement or finding opens. The button is in copy.js. */
import { put, refused } from "../shared/clipboard.js";
import { element, unseen } from "../shared/dom.js";
import { uncapitalised } from "../shared/words.js";

/**
 * Opens the panel of a statement or finding, and lets its button open and close it: copy the link; copy or download the
 * citation.
 */
export function copies({ item, name, opener, page }) {
  const { id, after, address, words, files } = (item.matches(".action") ? statement : finding)(item, page);
  const close = () => {
    opener.setAttribute("aria-expanded", "false");
    item.querySelector(".action-copies").remove();
    page.textContent = "";
  };
  const press = () => {
    if (opener.getAttribute("aria-expanded") === "true") return close();
    opener.setAttribute("aria-expanded", "true");
    const box = element("p", { class: "action-copies" });
    for (const [title, copied] of [
      ["Copy link", address],
      ["Copy with citation", words()],
    ]) {
      const one = element("button", { type: "button", class: "button" }, title);
      box.append(one, " ");
      one.addEventListener("click", () => tell(box, page, copied));
    }
    for (const [title, ending] of [
      ["RIS", "ris"],
      ["BibTeX", "bib"],
    ])
      box.append(
        element("a", { href: `${files}.${ending}`, download: `${id}.${ending}` }, title, unseen(` “${name}”`)),
        " ",
      );
    return after.after(box);
  };
  opener.addEventListener("click", press);
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
  press();
}

/**
 * The data of a listed statement: its id, where its panel goes, its address, its citation, and the location of its
 * files for reference managers.
 */
function statement(item, page) {
  const id = item.id || item.dataset.action;
  const address = `${page.dataset.base}actions/${id}/`;
  return {
    id,
    after: item.querySelector(".action-meta"),
    address,
    words: () => cited(item, id, page, address),
    files: `${item.querySelector(".action-id").closest("a").href}cite`,
  };
}

function finding(item, page) {
  const canonical = document.querySelector("link[rel=canonical]").href;
  const line = item.querySelector(".cite");
  const place = line.querySelector(".finding-place").textContent;
  const parts = [`Finding ${item.id}`, `${item.closest("[data-of]").dataset.of}, ${place}`, page.dataset.cite];
  const address = `${canonical}#${item.id}`;
  return {
    id: item.id,
    after: line,
    address,
    words: () => `${spoken(item.querySelector("p"))} (${[...parts, address].join(". ")})`,
    files: item.id,
  };
}

function cited(item, id, page, address) {
  const standard = item.closest("[data-of]").dataset.of;
  const basis = item.querySelector(".basis")?.textContent.trim();
  const grounds = basis ? [`Based on: ${uncapitalised(basis)}`] : [];
  const parts = [standard, `Statement ${id}`, ...grounds, page.dataset.cite, address];
  return `${spoken(item.querySelector(".action-text"))} (${parts.join(". ")})`;
}

/** The text of an element without the explanations of terms in it. */
function spoken(element) {
  const text = element.cloneNode(true);
  for (const meaning of text.querySelectorAll(".meaning")) meaning.remove();
  return text.textContent.trim();
}

/** Copies, and says so twice: visibly beside the buttons, and in the page's status line for screen readers. */
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
