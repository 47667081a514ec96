/**
 * A tick list of a role's statements, with notes. It is stored on the device, if the browser allows it, and can be
 * printed.
 */
import { tellAside } from "../shared/aside.js";
import { changedElsewhere } from "../shared/store.js";
import { count, day } from "../shared/words.js";
import { choices, narrowTo } from "./tick-narrow.js";
import { showRemoved, withoutRemoved } from "./tick-removed.js";
import { rowOf } from "./tick-row.js";
import { tickStore } from "./tick-store.js";

export function ticks() {
  const panel = document.querySelector("[data-ticks]");
  const find = (name) => panel.querySelector(`[data-ticks-${name}]`);
  const [opener, show, left, again, clear, said, before, shown, removed, unread] = [
    "open",
    "show",
    "left",
    "again",
    "clear",
    "said",
    "before",
    "shown",
    "removed",
    "unread",
  ].map(find);
  const tools = document.getElementById("tick-tools");
  const bar = document.querySelector("[data-ticks-bar]");
  const counted = document.querySelector("[data-ticks-count]");
  const parts = [...document.querySelectorAll("[data-part]")];
  const items = [...document.querySelectorAll("[data-part] .action")];
  const known = new Set(items.map((item) => item.id));
  const starts = new Set([...document.querySelectorAll("[data-start]")].map((item) => item.dataset.start));
  const store = tickStore(`ticks-${panel.dataset.ticks}`, known);
  const rows = new Map();
  let { list } = store.read();
  let chosen = items; // the statements that the list now covers, ticked or not
  let undo = null; // restores what was cleared, until something is ticked

  const change = (act) => {
    list = store.change(act);
  };
  const isTicked = ({ id }) => list.ticks.has(id);

  const makeRow = (item) =>
    rowOf(item, {
      onTick(on) {
        change(tick([item.id], on));
        undo = null;
        tell();
      },
      onNote(words) {
        const earlier = store.keeps();
        change(({ notes }) => {
          if (words) notes[item.id] = words;
          else delete notes[item.id];
        });
        if (store.keeps() !== earlier) tell();
      },
    });

  /** Updates the rows from the stored list. */
  const fill = () => {
    for (const item of items) {
      if (!rows.has(item.id)) rows.set(item.id, makeRow(item));
      const lastTime = list.last?.ticks.has(item.id) ?? null;
      rows.get(item.id).show({ ticked: isTicked(item), note: list.notes[item.id] ?? "", lastTime });
    }
    const then = list.last && items.filter(({ id }) => list.last.ticks.has(id)).length;
    before.textContent = list.last
      ? `Last time, on ${day(new Date(`${list.last.day}T12:00`))}, you ticked ${then}. The list shows which.`
      : "";
    showRemoved(removed, list, known, () => {
      change((all) => withoutRemoved(all, known));
      fill();
      tell("Deleted.");
    });
  };

  const tell = (more = "") => {
    const done = chosen.filter(isTicked).length;
    counted.textContent = `${done} of ${chosen.length} ticked.`;
    const lost = store.keeps()
      ? ""
      : "We could not save your ticks and notes. Your browser does not allow it, or its storage is full. Print the list before you close it.";
    said.textContent = [counted.textContent, more, lost].filter(Boolean).join(" ");
    clear.querySelector("span").textContent = undo ? "Undo" : "Clear the ticks";
    const about = show.selectedOptions[0].dataset.named;
    const what = left.checked
      ? `The ${count(chosen.length - done, "statement")} not ticked, of ${chosen.length}`
      : `${count(chosen.length, "statement")}, ${done} ticked`;
    shown.textContent = `${about ? `${about}. ` : ""}${what}.`;
  };

  const narrow = () => {
    chosen = narrowTo(parts, show.selectedOptions[0], starts, (item) => left.checked && isTicked(item));
  };

  const mark = (open) => {
    opener.setAttribute("aria-expanded", String(open));
    opener.querySelector("span").textContent = open ? "Close the tick list" : "Make a tick list";
    tools.hidden = bar.hidden = !open;
    document.documentElement.classList.toggle("ticking", open);
    show.value = open ? list.show : "";
    if (show.selectedIndex < 0) show.value = ""; // a value that does not exist in this edition
    left.checked = open && list.left;
    narrow();
  };

  const open = (asked = {}) => {
    const { whole } = store.read();
    change((all) => Object.assign(all, { open: true }, asked));
    mark(true);
    fill();
    if (whole) return tell();
    const none = !list.ticks.size && !Object.keys(list.notes).length;
    return tell(
      none
        ? "Your saved ticks could not be read, so the list starts empty."
        : "Some of your saved ticks and notes could not be read. The others are here.",
    );
  };

  const close = () => {
    mark(false);
    for (const row of rows.values()) row.remove();
    rows.clear();
    said.textContent = before.textContent = "";
    removed.replaceChildren();
    delete removed.dataset.shown;
  };

  /** Removes ticks, with an undo button: `act` changes the list, and `back` undoes it. */
  const takeAway = (act, back, words) => {
    change(act);
    undo = back;
    fill();
    narrow();
    tell(words);
  };

  opener.addEventListener("click", () => {
    if (rows.size === 0) return open();
    change((all) => Object.assign(all, { open: false, show: "", left: false }));
    return close();
  });
  for (const field of [show, left])
    field.addEventListener("change", () => {
      const choice = { show: show.value, left: left.checked };
      change((all) => Object.assign(all, choice));
      narrow();
      tell();
    });
  clear.addEventListener("click", () => {
    if (undo) return takeAway(undo, null, "Ticks restored.");
    const gone = chosen.filter(isTicked).map(({ id }) => id);
    const others = items.filter(isTicked).length - gone.length;
    const stay = `${count(others, "tick")} on other statements ${others === 1 ? "stays" : "stay"}.`;
    return takeAway(
      tick(gone, false),
      tick(gone, true),
      others ? `The ticks shown here are cleared. ${stay}` : "All ticks are cleared.",
    );
  });
  again.addEventListener("click", () => {
    if (!list.ticks.size) return tell("There are no ticks to save yet.");
    const now = new Date();
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const { ticks: had, last } = list;
    return takeAway(
      (all) => Object.assign(all, { last: { day: today, ticks: new Set(all.ticks) }, ticks: new Set() }),
      (all) => Object.assign(all, { last, ticks: new Set([...had, ...all.ticks]) }),
      "The whole list is empty again. Your old ticks are marked “Last time: ticked”.",
    );
  });
  /** Takes over changes made in another tab. */
  const refresh = () => {
    ({ list } = store.read());
    if (rows.size === 0) return;
    fill();
    tell();
  };
  changedElsewhere(store.name, refresh);
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  addEventListener("beforeprint", () => rows.size && narrow());
  addEventListener("forgotten", () => {
    store.forget();
    ({ list } = store.read());
    if (rows.size) close();
  });
  show.append(...choices(parts));
  panel.hidden = false;
  tellAside(unread, [store.name], "some ticks or notes of this list", "unread-ticks.txt");
  const stage = stageAsked();
  if (stage !== null) open({ show: `stage:${stage}`, left: false });
  else if (list.open || !store.read().whole) open();
  if (stage !== null) panel.scrollIntoView();
}

/** A change of a list that ticks or unticks the statements with some ids. */
const tick =
  (ids, on) =>
  ({ ticks: ticked }) => {
    for (const id of ids) {
      if (on) ticked.add(id);
      else ticked.delete(id);
    }
  };

/** The stage that a link to the list asks for, or null. Only asked once: later choices of the reader count. */
function stageAsked() {
  const stage = new URLSearchParams(location.search).get("stage");
  if (stage !== null) history.replaceState(null, "", location.pathname + location.hash);
  return stage;
}
