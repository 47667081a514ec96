/**
 * The offer to delete what this site has stored on the device. The script that deletes is loaded when something is
 * stored.
 */
import { keptNames } from "./store.js";

/**
 * Shows the menu entry at once if something is stored, so that nothing moves when its script has loaded. A click before
 * that is not lost.
 */
export function offerToForget() {
  const buttons = [...document.querySelectorAll("[data-forget-entry] button")];
  let coming;
  let ready = false;
  const show = (on) => {
    for (const one of buttons) for (const part of [one, one.closest("[data-forget-entry]")]) part.hidden = !on;
  };
  const come = () => {
    if (coming || !(keptNames().length || document.querySelector("[data-forget]:not([data-if-any])"))) return;
    show(keptNames().length);
    const start = ({ forgetting }) => {
      forgetting();
      ready = true;
    };
    coming = import("./forget.js").then(start).catch(() => {
      show(false);
      dispatchEvent(new Event("incomplete"));
    });
  };
  for (const button of buttons)
    button.addEventListener("click", () => ready || coming.then(() => ready && button.click()));
  for (const name of ["kept", "storage"]) addEventListener(name, come);
  come();
}
