/** The light or dark choice, kept on the device. The button names what it changes to. */
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
    try {
      localStorage.setItem("colours", root.dataset.colours);
    } catch {
      // Storage is refused: the choice holds for this page only.
    }
  });
  device.addEventListener("change", name);
  name();
  button.hidden = false;
}
