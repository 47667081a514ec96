/** A tick list made of a role's statements. Ticks are kept on the device, where the browser allows it, and printed. */
import { element } from "../shared/dom.js";
import { recall, remember } from "../shared/store.js";

export function ticks() {
  const panel = document.querySelector("[data-ticks]");
  const find = (name) => panel.querySelector(`[data-ticks-${name}]`);
  const [opener, show, clear, said] = ["open", "show", "clear", "said"].map(find);
  const tools = document.getElementById("tick-tools");
  const bar = document.querySelector("[data-ticks-bar]");
  const count = document.querySelector("[data-ticks-count]");
  const parts = [...document.querySelectorAll("[data-part]")];
  const items = [...document.querySelectorAll("[data-part] .action")];
  const known = new Set(items.map((item) => item.id));
  const starts = new Set([...document.querySelectorAll("[data-start]")].map((item) => item.dataset.start));
  const name = `ticks-${panel.dataset.ticks}`;
  const root = document.documentElement;
  let keeps = true;
  let ticked = new Set();
  let cleared = null;

  const keepTicks = () => {
    keeps = remember(name, JSON.stringify([...ticked]));
  };

  /** Takes up the ticks that were kept. Returns what has to be said about them. */
  const recallTicks = () => {
    const kept = recall(name, (earlier) => [...known].some((id) => earlier.includes(`"${id}"`)));
    if (kept === null) return "";
    try {
      const ids = JSON.parse(kept);
      if (!Array.isArray(ids)) throw new TypeError();
      ticked = new Set(ids.filter((id) => known.has(id)));
      const gone = ids.length - ticked.size;
      if (!gone) return "";
      const what = gone === 1 ? "was for a statement that has" : "were for statements that have";
      return `${gone} of your ticks ${what} been removed.`;
    } catch {
      return "Your saved ticks could not be read, so the list starts empty.";
    }
  };

  const boxes = new Map();
  const make = () => {
    for (const item of items) {
      const text = item.querySelector(".action-text");
      text.id ||= `text-${item.id}`;
      const box = element("input", { type: "checkbox", class: "tick", "aria-labelledby": text.id });
      box.checked = ticked.has(item.id);
      box.addEventListener("change", () => {
        if (box.checked) ticked.add(item.id);
        else ticked.delete(item.id);
        cleared = null;
        keepTicks();
        tell();
      });
      item.prepend(box);
      boxes.set(item.id, box);
    }
  };

  const shown = () => items.filter((item) => !item.hidden && !item.closest("[hidden]"));
  const tell = (more = "") => {
    const here = shown();
    const done = here.filter((item) => ticked.has(item.id)).length;
    count.textContent = `${done} of ${here.length} ticked.`;
    const lost = keeps ? "" : "Your browser cannot save ticks. Print the list before you close it.";
    said.textContent = [count.textContent, more, lost].filter(Boolean).join(" ");
    clear.querySelector("span").textContent = cleared ? "Undo" : "Clear the ticks";
  };

  const narrow = () => {
    for (const part of parts) {
      for (const item of part.querySelectorAll(".action")) item.hidden = show.value === "start" && !starts.has(item.id);
      part.hidden =
        show.value === "start"
          ? !part.querySelector(".action:not([hidden])")
          : Boolean(show.value) && part.dataset.part !== show.value;
    }
  };

  const open = (wanted) => {
    opener.setAttribute("aria-expanded", String(wanted));
    opener.querySelector("span").textContent = wanted ? "Close the tick list" : "Make a tick list";
    tools.hidden = bar.hidden = !wanted;
    root.classList.toggle("ticking", wanted);
    if (!wanted) {
      show.value = "";
      narrow();
      for (const box of boxes.values()) box.remove();
      boxes.clear();
      said.textContent = "";
      return;
    }
    const more = recallTicks();
    keepTicks();
    make();
    tell(more);
  };

  opener.addEventListener("click", () => open(opener.getAttribute("aria-expanded") !== "true"));
  show.addEventListener("change", () => {
    narrow();
    tell();
  });
  clear.addEventListener("click", () => {
    const before = ticked;
    ticked = cleared ?? new Set();
    cleared = cleared ? null : before;
    for (const [id, box] of boxes) box.checked = ticked.has(id);
    keepTicks();
    tell(cleared ? "All ticks are cleared." : "Ticks restored.");
  });
  panel.hidden = false;
}
