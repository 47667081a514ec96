/**
 * The list of areas. The script that handles it is loaded when the list is used or, if an area is stored already, at
 * once.
 */
import { fetched } from "../shared/fetched.js";
import { recall } from "../shared/store.js";

export function offerAreas() {
  let coming;
  const start = () => (coming ??= fetched(import("./area.js"), ({ areas }) => areas()));
  const lists = [...document.querySelectorAll("[data-choose-area] select")];
  // A list may have been used before this script had loaded
  if (recall("area") || new URLSearchParams(location.search).has("area") || lists.some((list) => list.value)) start();
  for (const list of lists) for (const use of ["focus", "change"]) list.addEventListener(use, start, { once: true });
  for (const link of document.querySelectorAll("[data-to-choice]")) {
    const follow = async (event) => {
      if (coming) return;
      event.preventDefault();
      await start();
      link.click();
    };
    link.addEventListener("click", follow, { once: true });
  }
}
