/** A tick list made of a role's statements, with notes. It is kept on the device, where the browser allows it, and printed. */
import { day } from "../shared/words.js";
import { rowOf } from "./tick-row.js";
import { keepTicks, recallTicks } from "./tick-store.js";

export function ticks() {
  const panel = document.querySelector("[data-ticks]");
  const find = (name) => panel.querySelector(`[data-ticks-${name}]`);
  const [opener, show, left, again, clear, said, before] = [
    "open",
    "show",
    "left",
    "again",
    "clear",
    "said",
    "before",
  ].map(find);
  const tools = document.getElementById("tick-tools");
  const bar = document.querySelector("[data-ticks-bar]");
  const count = document.querySelector("[data-ticks-count]");
  const parts = [...document.querySelectorAll("[data-part]")];
  const items = [...document.querySelectorAll("[data-part] .action")];
  const known = new Set(items.map((item) => item.id));
  const starts = new Set([...document.querySelectorAll("[data-start]")].map((item) => item.dataset.start));
  const name = `ticks-${panel.dataset.ticks}`;
  const rows = new Map();
  let kept = recallTicks(name, known);
  let keeps = true;
  let cleared = null; // the ticks and last time before they were cleared, until something is ticked

  const keep = () => {
    keeps = keepTicks(name, kept);
  };
  const make = () => {
    for (const item of items) {
      const row = rowOf(item, {
        ticked: kept.ticks.has(item.id),
        note: kept.notes[item.id] ?? "",
        lastTime: kept.last ? kept.last.ticks.has(item.id) : null,
        onTick(on) {
          if (on) kept.ticks.add(item.id);
          else kept.ticks.delete(item.id);
          cleared = null;
          keep();
          tell();
        },
        onNote(words) {
          if (words) kept.notes[item.id] = words;
          else delete kept.notes[item.id];
          const earlier = keeps;
          keep();
          if (keeps !== earlier) tell();
        },
      });
      rows.set(item.id, row);
    }
    before.textContent = kept.last
      ? `Last time, on ${day(new Date(`${kept.last.day}T12:00`))}, you ticked ${kept.last.ticks.size}. The list shows which.`
      : "";
  };
  const unmake = () => {
    for (const row of rows.values()) row.remove();
    rows.clear();
  };

  let chosen = items; // the statements that the list is for now, ticked or not
  const tell = (more = "") => {
    const done = chosen.filter((item) => kept.ticks.has(item.id)).length;
    count.textContent = `${done} of ${chosen.length} ticked.`;
    const lost = keeps
      ? ""
      : "We could not save your ticks and notes. Your browser does not allow it, or its storage is full. Print the list before you close it.";
    said.textContent = [count.textContent, more, lost].filter(Boolean).join(" ");
    clear.querySelector("span").textContent = cleared ? "Undo" : "Clear the ticks";
  };

  /** Shows one standard, one stage, where to start, or all; and of these all, or what is not ticked yet. */
  const narrow = () => {
    const [kind, id] = show.value.includes(":") ? show.value.split(":") : ["standard", show.value];
    const inside = (item) => {
      if (kind === "stage") return (item.dataset.stages ?? "").split(" ").includes(id);
      return show.value !== "start" || starts.has(item.id);
    };
    const ofOne = kind === "standard" && id && id !== "start";
    chosen = [];
    for (const part of parts) {
      const other = ofOne && part.dataset.part !== id;
      for (const item of part.querySelectorAll(".action")) {
        const holds = inside(item);
        if (holds && !other) chosen.push(item);
        item.hidden = !holds || (left.checked && kept.ticks.has(item.id));
      }
      part.hidden = other || !part.querySelector(".action:not([hidden])");
    }
  };

  const open = (wanted) => {
    opener.setAttribute("aria-expanded", String(wanted));
    opener.querySelector("span").textContent = wanted ? "Close the tick list" : "Make a tick list";
    tools.hidden = bar.hidden = !wanted;
    document.documentElement.classList.toggle("ticking", wanted);
    kept.open = wanted;
    if (!wanted) Object.assign(kept, { show: "", left: false });
    show.value = kept.show;
    if (show.selectedIndex < 0) show.value = kept.show = ""; // a choice that this edition does not have
    left.checked = kept.left;
    narrow();
    if (!wanted) {
      unmake();
      said.textContent = before.textContent = "";
      keep();
      return;
    }
    keep();
    make();
    tell(toldOf(kept));
    kept = { ...kept, gone: 0, broken: false };
  };

  opener.addEventListener("click", () => open(opener.getAttribute("aria-expanded") !== "true"));
  for (const field of [show, left])
    field.addEventListener("change", () => {
      Object.assign(kept, { show: show.value, left: left.checked });
      keep();
      narrow();
      tell();
    });
  clear.addEventListener("click", () => {
    const earlier = { ticks: kept.ticks, last: kept.last };
    const back = cleared !== null;
    Object.assign(kept, back ? cleared : { ticks: new Set() });
    cleared = back ? null : earlier;
    unmake();
    make();
    narrow();
    keep();
    tell(back ? "Ticks restored." : "All ticks are cleared.");
  });
  again.addEventListener("click", () => {
    if (!kept.ticks.size) return tell("There are no ticks to save yet.");
    const today = new Date();
    const earlier = { ticks: kept.ticks, last: kept.last };
    kept.last = {
      day: new Date(today.getTime() - today.getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
      ticks: kept.ticks,
    };
    kept.ticks = new Set();
    cleared = earlier;
    unmake();
    make();
    narrow();
    keep();
    return tell("The whole list is empty again. The ticks you had are marked as last time.");
  });
  addEventListener("forgotten", () => {
    kept = recallTicks(name, known);
    if (opener.getAttribute("aria-expanded") === "true") open(false);
  });
  panel.hidden = false;
  const stage = stageAsked();
  if (stage !== null) Object.assign(kept, { open: true, show: `stage:${stage}`, left: false });
  if (kept.open) open(true);
  if (stage !== null) panel.scrollIntoView();
}

/** The stage that a link to the list asks for, or null. It is asked once: what is chosen after it is what comes back. */
function stageAsked() {
  const stage = new URLSearchParams(location.search).get("stage");
  if (stage !== null) history.replaceState(null, "", location.pathname + location.hash);
  return stage;
}

/** What has to be said about a list that was kept. */
function toldOf({ gone, broken }) {
  if (broken) return "Your saved ticks could not be read, so the list starts empty.";
  if (!gone) return "";
  const what = gone === 1 ? "was for a statement that has" : "were for statements that have";
  return `${gone} of your ticks ${what} been removed.`;
}
