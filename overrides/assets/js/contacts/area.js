/**
 * The reader's area: chosen from a list, stored only on this device, and used wherever a page has a slot for an area's
 * contacts. Without a choice, those slots link to the list. A page can have more than one list.
 */
import { ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";
import { answered } from "../shared/fetched.js";
import { recall, remember } from "../shared/store.js";
import { setOldAside } from "./old-numbers.js";

const NAME = "area";
const root = document.documentElement;
/**
 * Browsers with Trusted Types accept a string as HTML only through this policy. It is used for fragments of this site's
 * own pages.
 */
const trusted = globalThis.trustedTypes?.createPolicy("pieces", { createHTML: (html) => html });

export function areas() {
  const forms = [...document.querySelectorAll("[data-choose-area]")].map((form) => ({
    form,
    list: form.querySelector("select"),
    forget: form.querySelector("[data-forget-area]"),
    said: form.querySelector("[data-area-said]"),
  }));
  let shown = ""; // the area that the page shows now
  const rooms = [...document.querySelectorAll("[data-area-slot]")].map((room) => ({
    room,
    before: [...room.children],
  }));
  const lines = [...document.querySelectorAll("[data-area-number] dd")];
  const known = (id) => id !== "" && [...forms[0].list.options].some((option) => option.value === id);

  const pick = (id) => {
    shown = id;
    for (const { list } of forms) list.value = id;
  };
  /** Announces a sentence in the status line of the list that was used. */
  const say = (said, ...words) => {
    for (const one of forms) one.said.replaceChildren();
    said.append(...words);
  };

  /** Moves the number for everyone after the area's contact or, if the area has no number of its own, before it. */
  const place = (room) => {
    const everyone = room.parentElement.querySelectorAll(":scope > .call-row");
    const first = room.querySelector(".ways-of-page .number, .way-page, .unchosen");
    room[first && !first.matches(".way-page") ? "after" : "before"](...everyone);
  };

  /** The content of each slot before an area was chosen. */
  const empty = () => {
    for (const { room, before } of rooms) {
      room.replaceChildren(...before);
      place(room);
    }
    for (const line of lines) line.replaceChildren();
    document.querySelector(".area.chosen")?.classList.remove("chosen");
    delete root.dataset.areaKept;
  };

  const show = async (id, said = forms[0].said) => {
    pick(id);
    root.dataset.areaKept = "";
    document.querySelector(".area.chosen")?.classList.remove("chosen");
    document.querySelector(`[data-area="${CSS.escape(id)}"]`)?.classList.add("chosen");
    if (!rooms.length && !lines.length) return;
    try {
      const answer = await answered(new URL(`contacts/areas/${id}.json`, ROOT));
      const { ways, easy } = await answer.json();
      if (shown !== id) return; // another area was chosen meanwhile
      for (const { room } of rooms) {
        room.replaceChildren(...piece(("easy" in room.dataset ? easy : ways)[room.dataset.areaSlot]));
        place(room);
      }
      for (const line of lines) line.replaceChildren(...firstNumber(ways[line.parentElement.dataset.areaNumber]));
    } catch {
      empty();
      say(
        said,
        "We could not load the contacts for your area. Find them under ",
        element("a", { href: new URL(`contacts/#area-${id}`, ROOT).href }, "Who to call"),
        ".",
      );
    }
  };

  const stop = () => {
    remember(NAME, "");
    pick("");
    empty();
  };
  const choose = ({ list, said }) => {
    const id = list.value;
    say(said, remember(NAME, id) ? "" : "Your browser could not save this. It works on this page only.");
    if (id) show(id, said);
    else stop();
  };
  for (const one of forms) {
    const { form, list, forget, said } = one;
    list.addEventListener("change", () => choose(one));
    forget.addEventListener("click", () => {
      stop();
      say(said, "Your area has been deleted from this device.");
      list.focus();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  for (const link of document.querySelectorAll("[data-to-choice]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const { form, list } = nearest(forms, link);
      form.scrollIntoView({ block: "center" });
      list.focus();
    });
  }

  const early = forms.find(({ list }) => list.value); // chosen before this script had loaded
  if (early) {
    choose(early);
    return;
  }
  const kept = recall(NAME) ?? "";
  const asked = new URLSearchParams(location.search).get(NAME);
  if (kept && !known(kept)) empty();
  if (asked !== null && !known(asked)) {
    say(forms[0].said, "The area in this link is not in our list. Choose yours.");
  } else if (kept && !known(kept)) {
    say(forms[0].said, "The area saved on this device is not in our list. Choose your area again.");
  }
  if (known(asked ?? "")) show(asked);
  else if (known(kept)) show(kept);
}

/** The last list before a link in the document, or else the first list. */
function nearest(forms, link) {
  const before = ({ form }) => form.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING;
  return forms.findLast(before) ?? forms[0];
}

/** Parses a fragment of this site's HTML, and applies setOldAside to it. */
function piece(html = "") {
  const { body } = new DOMParser().parseFromString(trusted ? trusted.createHTML(html) : html, "text/html");
  setOldAside(body);
  return [...body.childNodes];
}

/**
 * The first phone number of the area itself in a fragment. Empty if it has none: the text that replaces a number may
 * mention numbers for other purposes.
 */
function firstNumber(html) {
  const holder = element("div", {}, piece(html));
  const number = holder.querySelector(".ways-of-page a.number[href^='tel:']");
  return number ? [number] : [];
}
