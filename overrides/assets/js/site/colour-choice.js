/** The choice of the light or dark theme, stored on the device. The button names the theme that it switches to. */
import { remember } from "../shared/store.js";

export function colours() {
  const button = document.querySelector("button[data-colours]");
  const label = button.querySelector("[data-colours-label]");
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.colours ?? (device.matches ? "dark" : "light")) === "dark";
  const name = () => {
    label.textContent = dark() ? "Light" : "Dark";
  };

  button.addEventListener("click", () => {
    root.dataset.colours = dark() ? "light" : "dark";
    name();
    remember("colours", root.dataset.colours); // if storage is refused, the choice applies to this page only
  });
  device.addEventListener("change", name);
  name();
  button.hidden = false;
}
