/** The bar at the bottom of the window while a page is read aloud. */
import { element, unseen } from "../shared/dom.js";

const BUTTONS = { pause: "Pause", back: "Go back", stop: "Stop", slower: "Slower", faster: "Faster" };

/** The bar, hidden at first: its buttons (each found by a `data-` attribute) and the list of voices. */
export const bar = () =>
  element(
    "div",
    { class: "listen-more", role: "group", "aria-label": "Listen", "data-listen-more": true, hidden: true },
    Object.entries(BUTTONS).map(([name, title]) =>
      element("button", { type: "button", class: "button", [`data-${name}`]: true }, title),
    ),
    element("label", { "data-voice": true, hidden: true }, unseen("Voice"), element("select", { autocomplete: "off" })),
  );
