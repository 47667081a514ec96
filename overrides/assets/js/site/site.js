// Starts the scripts of every page, each if the page has an element for it. Nothing here is needed to read the page.
// Scripts that a page does not need, or only after a click, are not loaded.

import { offerAreas } from "../contacts/offer.js";
import { setOldAside } from "../contacts/old-numbers.js";
import { offerToListen } from "../listen/offer.js";
import { offerToAdd } from "../my-words/offer.js";
import { fetched } from "../shared/fetched.js";
import { offerToForget } from "../shared/forget-offer.js";
import { colours } from "./colour-choice.js";
import { copy } from "./copy.js";
import { layOutTheRest } from "./far-down.js";
import { explain } from "./glossary-terms.js";

const on = (selector) => document.querySelector(selector);

/** Tells first-paint.js that all of the page's scripts run. Easy-read pages have one more. */
export const ready = () => dispatchEvent(new Event("ready"));

if (on("button[data-colours]")) colours();
copy();
explain();
offerToForget();
if (on("[data-say]")) offerToAdd();
if (on("[data-listen]") && window.speechSynthesis) offerToListen();
if (on(".contents a[href^='#']")) {
  const beside = matchMedia("(min-width: 64rem)"); // as in contents.css: in narrower windows the table of contents is not visible while one reads
  const follow = () => fetched(import("./contents.js"), ({ contents }) => contents());
  if (beside.matches) follow();
  else beside.addEventListener("change", follow, { once: true });
}
setOldAside();
layOutTheRest();
if (on("[data-choose-area]")) offerAreas();
if (on("[data-leave], .leaving")) fetched(import("../leave/leave.js"), ({ leave }) => leave());
if (on("[data-narrow]")) fetched(import("../lists/narrow.js"), ({ narrow }) => narrow());
if (on("[data-lens]")) fetched(import("../findings/lens.js"), ({ lens }) => lens());
if (on("[data-ticks]")) fetched(import("../roles/tick-list.js"), ({ ticks }) => ticks());
if (on("[data-compare]")) fetched(import("../roles/compare.js"), ({ compare }) => compare());
if (on("[data-written], [data-ticks]")) fetched(import("./written.js"), ({ written }) => written());
if (on("[data-find-situation]")) fetched(import("../situations/find.js"), ({ findSituation }) => findSituation());
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    // The styles decide by this name what is left out of the print
    if (button.dataset.print) document.documentElement.dataset.printing = button.dataset.print;
    addEventListener("afterprint", () => delete document.documentElement.dataset.printing, { once: true });
    print();
  });
}
if (!on(".easy-zone")) ready();
