// The self-evaluation page: shows the screen that the address names, and how the open evaluation is stored. All its
// data stays on this device.
import { element } from "../shared/dom.js";
import { fileOf, keptUnder, noteFile } from "./device.js";
import { fitted } from "./model.js";
import { indexOf } from "./parts.js";
import { reveal, show, wordsOfState } from "./place.js";
import { aboutScreen, newScreen } from "./screen-about.js";
import { componentScreen } from "./screen-component.js";
import { actionsScreen, compareScreen, reportScreen, togetherScreen } from "./screen-documents.js";
import { listScreen, notOverTime } from "./screen-list.js";
import { overviewScreen } from "./screen-overview.js";
import { statementsScreen } from "./screen-statements.js";
import { close, dropHeld, flush, onlyHere, onState, open, opened, state } from "./session.js";
import { saveJson } from "./take-away.js";

const app = document.querySelector("[data-evaluations]");
const [bar, kept, warning, save] = ["bar", "kept", "warning", "save"].map((name) =>
  app.querySelector(`[data-${name}]`),
);
let index = null;
const standard = new URLSearchParams(location.search).get("standard"); // set by links from the page of a standard
const begun = standard ? `new/${encodeURIComponent(standard)}` : "";
let turn = 0; // counts the screens, so that one that loads slowly does not replace the next

const OF_ONE = {
  "": overviewScreen,
  about: aboutScreen,
  c: componentScreen,
  s: statementsScreen,
  actions: actionsScreen,
  report: reportScreen,
};

/** The screen for an address fragment: `#e/ID/c/COMPONENT`, `#side/ID,ID`... Anything else is the list. */
function screenFor(place) {
  const [kind = "", first = "", part = "", about = ""] = place.split("/").map(decoded);
  if (kind === "new") return { make: () => newScreen(index, first) };
  if (kind === "side" || kind === "time") {
    const ids = first.split(",");
    const some = ids
      .map((id) => keptUnder(id, index)?.evaluation)
      .filter(Boolean)
      .map((one) => fitted(one, index));
    if (some.length === ids.length && some.length > 1) {
      if (kind === "side") return { make: () => togetherScreen(index, some) };
      const remark = notOverTime(some);
      return { make: () => (remark ? listScreen(index, remark) : compareScreen(index, some)) };
    }
  }
  if (kind === "e" && Object.hasOwn(OF_ONE, part)) {
    const mine = opened()?.id === first ? opened() : onlyHere().find(({ id }) => id === first);
    const found = mine ? { evaluation: mine } : keptUnder(first, index);
    if (found?.evaluation && !found.damaged) return { one: found, make: () => OF_ONE[part](index, opened(), about) };
  }
  return {
    make: () => listScreen(index, kind && kind !== "list" ? "That evaluation is not saved on this device." : ""),
  };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

async function go(focus = true) {
  if (!index) return; // once the data has loaded, the screen for the then current address is shown
  turn += 1;
  const mine = turn;
  flush();
  const { one, make } = screenFor(location.hash.slice(1) || begun);
  if (!one) close();
  else if (opened()?.id !== one.evaluation.id) open(fitted(one.evaluation, index), { newer: one.newer });
  let made;
  try {
    made = await make();
  } catch {
    made = {
      title: "Part of this page did not load",
      nodes: [element("p", {}, "Check your connection, then reload the page. What you wrote is saved.")],
    };
  }
  if (mine !== turn) return;
  show(made, focus);
  tell();
}

/** Shows on every screen how the open evaluation is stored. */
function tell() {
  const one = opened();
  bar.hidden = !one;
  if (!one) return;
  const { line, alarm, ways } = wordsOfState(state(), one, fileOf(one.id));
  kept.textContent = line;
  warning.hidden = !alarm;
  if (alarm && warning.firstChild?.textContent !== alarm) {
    const acts = {
      again: () => reopen(opened().id),
      copy: () => import("./copies.js").then(({ keepCopy }) => keepCopy(index, opened())),
      list: () => location.assign("#list"),
    };
    warning.replaceChildren(
      element("p", {}, alarm),
      element(
        "p",
        { class: "buttons" },
        ways.map(([words, act]) => clickable(words, acts[act])),
      ),
    );
  }
  for (const field of app.querySelectorAll("[data-screen] :is(input, textarea, select, [data-changes])"))
    field.disabled = ["changed", "deleted", "newer"].includes(state().why);
}

function clickable(words, act) {
  const made = element("button", { type: "button", class: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/** Shows what another tab has stored. */
function reopen(id) {
  close();
  const found = keptUnder(id, index);
  if (found?.evaluation) open(fitted(found.evaluation, index));
  go();
}

save.addEventListener("click", () => {
  flush();
  saveJson(index, opened());
  noteFile(opened());
  tell();
});
addEventListener("hashchange", () => go());
addEventListener("forgotten", () => {
  close();
  dropHeld(onlyHere().map(({ id }) => id));
  location.hash = "list";
  go();
});
addEventListener("keydown", (event) => {
  if (event.key === "s" && (event.ctrlKey || event.metaKey) && opened()) {
    event.preventDefault();
    save.click();
  }
});
onState(tell);

document.querySelector(".without-scripts").remove();
start().catch(() => {
  reveal(app);
  show(
    {
      title: "You cannot fill this in on screen at the moment",
      nodes: [
        element(
          "p",
          {},
          "Part of this page did not load. Check your connection and reload the page. The forms to print are below.",
        ),
      ],
    },
    false,
  );
});

async function start() {
  index = await indexOf();
  reveal(app);
  await go(Boolean(location.hash.slice(1) || begun));
}
