/**
 * The panel "Change how this looks". Each choice is stored on the device and applies to every easy-read page: first-
 * paint.js restores it.
 */
import { recall, remember } from "../shared/store.js";

/**
 * Each choice of the panel, and the names under which it is stored. A tint is the light theme with another background.
 */
const CHOICES = {
  size: ["easy-size"],
  colours: ["colours", "easy-tint"],
  pictures: ["easy-pictures"],
  spacing: ["easy-spacing"],
  blocks: ["easy-blocks"],
};
const TINTS = ["cream", "blue", "yellow"];

/** The stored values for a choice, in the order of its names. */
const kept = (name, value) => (name === "colours" ? (TINTS.includes(value) ? ["light", value] : [value, ""]) : [value]);

export function look() {
  const button = document.querySelector("[data-look]");
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  const said = document.querySelector("[data-said]");

  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const apply = () => {
    for (const [name, keys] of Object.entries(CHOICES)) {
      const values = kept(name, panel.elements.namedItem(name).value);
      for (const [at, key] of keys.entries()) {
        if (values[at]) document.documentElement.setAttribute(`data-${key}`, values[at]);
        else document.documentElement.removeAttribute(`data-${key}`);
      }
    }
    dispatchEvent(new Event("look"));
  };
  const putBack = () => {
    for (const [name, [key, tint]] of Object.entries(CHOICES)) {
      const field = panel.elements.namedItem(name);
      const value = recall(key);
      const chosen = tint && value === "light" && recall(tint) ? recall(tint) : value;
      field.value = [...field].some((choice) => choice.value === chosen) ? chosen : "";
    }
    apply();
  };

  putBack();
  addEventListener("forgotten", putBack);
  button.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    button.focus();
  });
  panel.addEventListener("submit", (event) => event.preventDefault());
  panel.addEventListener("change", (event) => {
    const { name, value } = event.target;
    const values = kept(name, value);
    const held = CHOICES[name].map((key, at) => remember(key, values[at])).every(Boolean);
    said.textContent = held ? "" : "Your device could not save this. It works on this page only.";
    apply();
  });
}
