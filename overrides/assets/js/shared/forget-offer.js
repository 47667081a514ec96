/** Offers to delete what this site keeps on the device. What deletes it comes with the first thing that is kept. */
import { keptNames } from "./store.js";

/** Shows the entry of the menu at once where something is kept, so that nothing moves when its script comes. */
export function offerToForget() {
  const entries = document.querySelectorAll("[data-forget-entry], [data-forget-entry] button");
  const show = (on) => {
    for (const one of entries) one.hidden = !on;
  };
  let coming;
  const come = () => {
    if (coming || !(keptNames().length || document.querySelector("[data-forget]:not([data-if-any])"))) return;
    show(keptNames().length);
    coming = import("./forget.js").then(({ forgetting }) => forgetting());
    coming.catch(() => {
      show(false);
      dispatchEvent(new Event("incomplete"));
    });
  };
  for (const name of ["kept", "storage"]) addEventListener(name, come);
  come();
}
