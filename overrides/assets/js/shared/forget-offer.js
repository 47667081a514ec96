/** Offers to delete what this site keeps on the device. What deletes it comes with the first thing that is kept. */
import { keptNames } from "./store.js";

/** Shows the entry of the menu at once where something is kept, so that nothing moves when its script comes; a press before that counts. */
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
