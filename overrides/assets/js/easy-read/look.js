/**
 * The panel "Change how this looks". Each choice is kept on the device and holds on every easy-read page:
 * first-paint.js puts it back.
 */
import { recall, remember } from "../shared/store.js";

const CHOICES = { size: "easy-size", colours: "colours", pictures: "easy-pictures", spacing: "easy-spacing" };

export function look() {
  const button = document.querySelector("[data-look]");
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  const said = document.querySelector("[data-said]");

  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const apply = () => {
    for (const [name, key] of Object.entries(CHOICES)) {
      const { value } = panel.elements.namedItem(name);
      if (value) document.documentElement.setAttribute(`data-${key}`, value);
      else document.documentElement.removeAttribute(`data-${key}`);
    }
  };

  for (const [name, key] of Object.entries(CHOICES)) {
    const field = panel.elements.namedItem(name);
    const kept = recall(key);
    field.value = [...field].some((choice) => choice.value === kept) ? kept : "";
  }
  apply();
  button.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    button.focus();
  });
  panel.addEventListener("submit", (event) => event.preventDefault());
  panel.addEventListener("change", (event) => {
    const { name, value } = event.target;
    said.textContent = remember(CHOICES[name], value)
      ? ""
      : "Your device did not keep this. It works on this page only.";
    apply();
  });
}
