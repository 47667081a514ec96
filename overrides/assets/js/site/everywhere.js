/** What scripts add to full pages and to easy-read pages alike. What a page has no use for is not fetched. */
import { offerToForget } from "../shared/forget.js";
import { explain } from "./glossary-terms.js";

const on = (selector) => document.querySelector(selector);

export function everywhere() {
  explain();
  offerToForget();
  if (on("[data-looked]")) import("../contacts/old-numbers.js").then(({ setOldAside }) => setOldAside());
  if (on("[data-choose-area]")) import("../contacts/area.js").then(({ areas }) => areas());
  if (on("[data-leave]") || on(".leaving")) import("../leave/leave.js").then(({ leave }) => leave());
  if (on("[data-say]")) import("../my-words/add.js").then(({ offerToAdd }) => offerToAdd());
  if (on("[data-listen]") && window.speechSynthesis) import("../listen/listen.js").then(({ listen }) => listen());
}
