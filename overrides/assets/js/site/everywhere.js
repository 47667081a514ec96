/** What scripts add to full pages and to easy-read pages alike. What a page has no use for is not fetched. */
import { fetched } from "../shared/fetched.js";
import { offerToForget } from "../shared/forget.js";
import { explain } from "./glossary-terms.js";

const on = (selector) => document.querySelector(selector);

export function everywhere() {
  explain();
  offerToForget();
  if (on("[data-looked]")) fetched(import("../contacts/old-numbers.js"), ({ setOldAside }) => setOldAside());
  if (on("[data-choose-area]")) fetched(import("../contacts/area.js"), ({ areas }) => areas());
  if (on("[data-leave]") || on(".leaving")) fetched(import("../leave/leave.js"), ({ leave }) => leave());
  if (on("[data-say]")) fetched(import("../my-words/add.js"), ({ offerToAdd }) => offerToAdd());
  if (on("[data-listen]") && window.speechSynthesis) fetched(import("../listen/listen.js"), ({ listen }) => listen());
}
