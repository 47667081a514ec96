// What scripts add to every full page. Nothing here is needed to read anything.

import { fetched } from "../shared/fetched.js";
import { colours } from "./colour-choice.js";
import { contents } from "./contents.js";
import { copy } from "./copy.js";
import { everywhere } from "./everywhere.js";
import { menu } from "./menu.js";

menu();
colours();
copy();
everywhere();
if (document.querySelector("[data-narrow]")) fetched(import("../lists/narrow.js"), ({ narrow }) => narrow());
if (document.querySelector("[data-lens]")) fetched(import("../findings/lens.js"), ({ lens }) => lens());
if (document.querySelector(".contents a[href^='#']")) contents();
if (document.querySelector("[data-ticks]")) fetched(import("../roles/tick-list.js"), ({ ticks }) => ticks());
if (document.querySelector("[data-compare]")) fetched(import("../roles/compare.js"), ({ compare }) => compare());
if (document.querySelector("[data-find-situation]"))
  fetched(import("../situations/find.js"), ({ findSituation }) => findSituation());
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    // Styles say what is left out of a print of this name
    if (button.dataset.print) document.documentElement.dataset.printing = button.dataset.print;
    addEventListener("afterprint", () => delete document.documentElement.dataset.printing, { once: true });
    print();
  });
}
dispatchEvent(new Event("ready"));
