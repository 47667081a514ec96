/**
 * Buttons that copy: those written on the page, and one on each listed statement and finding. What was done is said in
 * a status line.
 */
import { put } from "../shared/clipboard.js";
import { element, unseen } from "../shared/dom.js";

export function copy() {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-file]")) {
    const { copy, copyFile } = button.dataset;
    const about = document.getElementById(copy ?? copyFile);
    const said = document.querySelector("[data-said]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const words = copy ? about.textContent.trim() : await fetched(about.href);
      said.textContent =
        words === null
          ? "The file could not be fetched. Try again, or download it."
          : (await put(words))
            ? "Copied."
            : refused(about);
    });
  }
  const page = document.querySelector("[data-copied]");
  if (!page) return;
  for (const item of document.querySelectorAll(".action")) offer(statement(item, page), page);
  for (const item of document.querySelectorAll("[data-finding][id]")) offer(finding(item, page), page);
}

/** The words of a file, or null where it does not come. */
async function fetched(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/**
 * What is known of a listed statement: its name, where its button and what that opens belong, its address, its citation
 * and where the files for reference managers are.
 */
function statement(item, page) {
  const id = item.id || item.dataset.action;
  const address = `${page.dataset.base}actions/${id}/`;
  const own = item.querySelector(".action-do");
  return {
    item,
    id,
    name: `statement ${id}`,
    beside: own,
    after: item.querySelector(".action-meta"),
    address,
    words: () => cited(item, id, page, address),
    files: `${own.querySelector("a").href}cite`,
  };
}

function finding(item, page) {
  const canonical = document.querySelector("link[rel=canonical]").href;
  const line = item.querySelector(".cite");
  const place = line.querySelector(".finding-place").textContent;
  const parts = [`Finding ${item.id}`, `${item.closest("[data-of]").dataset.of}, ${place}`, page.dataset.cite];
  const address = `${canonical}#${item.id}`;
  return {
    item,
    id: item.id,
    name: `finding ${item.id}`,
    beside: line,
    after: line,
    address,
    words: () => `${spoken(item.querySelector("p"))} (${[...parts, address].join(". ")})`,
    files: item.id,
  };
}

/** Puts a button on a statement or finding that opens more: copy its link, copy or download its citation. */
function offer({ item, id, name, beside, after, address, words, files }, page) {
  const looks = { type: "button", class: "action-copy", "aria-expanded": "false" };
  const opener = element("button", looks, "Copy", unseen(` ${name}`));
  beside.append(" ", opener);
  const close = () => {
    opener.setAttribute("aria-expanded", "false");
    item.querySelector(".action-copies").remove();
    page.textContent = "";
  };
  opener.addEventListener("click", () => {
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
        element("a", { href: `${files}.${ending}`, download: `${id}.${ending}` }, title, unseen(` of ${name}`)),
        " ",
      );
    after.after(box);
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
  const standard = item.closest("[data-of]").dataset.of;
  const basis = item.querySelector(".basis").textContent.trim();
  const ground = basis.charAt(0).toLowerCase() + basis.slice(1);
  const parts = [standard, `Statement ${id}`, `Based on: ${ground}`, page.dataset.cite, address];
  return `${spoken(item.querySelector(".action-text"))} (${parts.join(". ")})`;
}

/** The words of an element without the meanings of terms that stand in it. */
function spoken(element) {
  const text = element.cloneNode(true);
  for (const meaning of text.querySelectorAll(".meaning")) meaning.remove();
  return text.textContent.trim();
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
