/** Shows screens on the page, and the state of the open evaluation. */
import { element } from "../shared/dom.js";
import { longDay } from "./words.js";

const screen = document.querySelector("[data-screen]");

/** Shows the tool in place of the content without scripts. */
export function reveal(app) {
  app.hidden = false;
}

/**
 * Shows a screen: `{title, above, nodes, list}`. `focus` moves the focus to its heading, as opening a page would. The
 * introduction to the tool is only shown around the list. Fires the event `screen` on the window.
 */
export function show({ title, above = [], nodes, list = false }, focus) {
  const heading = element("h2", { tabindex: -1, "data-screen-title": true }, title);
  screen.replaceChildren(...above, heading, ...nodes.filter(Boolean));
  document.documentElement.classList.toggle("evaluating", !list);
  if (focus) {
    heading.focus({ preventScroll: true });
    screen.closest("[data-evaluations]").scrollIntoView({ behavior: "instant" });
  }
  dispatchEvent(new Event("screen"));
}

const clock = (date) => date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** How many days ago a time was. */
function ago(moment) {
  const days = Math.floor((Date.now() - Date.parse(moment)) / 86_400_000);
  return days < 1 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
}

/**
 * `line` says where it is stored, `alarm` what is wrong, and `ways` what can be done: the label and the name of an
 * action.
 */
export function wordsOfState({ dirty, kept, why }, { revision }, file) {
  const saved = file
    ? `Last saved as a file ${ago(file.on)}${file.revision === revision && !dirty ? ", and nothing has changed since" : ""}.`
    : "Not saved as a file yet.";
  if (why === "refused")
    return {
      line: "Not saved on this device.",
      alarm:
        "Your browser could not save this, or has no room left. What you wrote is still here in this tab. Save a file before you close it.",
      ways: [],
    };
  if (why === "changed")
    return {
      line: "In this tab you can only read it.",
      alarm: "This evaluation was changed in another tab, so you cannot change it here any more. Nothing is lost.",
      ways: [
        ["Show the version from the other tab", "again"],
        ["Save this version as a copy", "copy"],
      ],
    };
  if (why === "deleted")
    return {
      line: "It is no longer saved on this device.",
      alarm: "This evaluation was deleted in another tab. You can still see it here while this tab is open.",
      ways: [
        ["Save this version as a copy", "copy"],
        ["Go to the list", "list"],
      ],
    };
  if (why === "newer")
    return {
      line: "Read only.",
      alarm:
        "This was saved by a newer version of this page. Reload the page to get that version. Until then you can read it and save it as a file, but not change it.",
      ways: [["Go to the list", "list"]],
    };
  if (dirty) return { line: `Saving… ${saved}`, alarm: "", ways: [] };
  return { line: `Saved on this device${kept ? `, ${clock(kept)}` : ""}. ${saved}`, alarm: "", ways: [] };
}

/** The date of an evaluation's last change, in words. */
export const changedOn = ({ updated }) => (updated ? `Last changed ${longDay(updated)}` : "Not changed yet");
