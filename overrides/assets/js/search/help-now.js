/**
 * The numbers to call that stand in an answer which leads to help for someone in danger. The page holds them ready, in
 * templates that name where such an answer leads: the number to call first, and whoever else can be phoned.
 */
import { setOldAside } from "../contacts/old-numbers.js";

const FIRST = 3; // answers of a list among which such help is meant

/**
 * Puts the number to call first above what stands in an `item` of a list, and the others below it, where its link leads to such
 * help; not far down, where other answers are meant. `at` is its place in the list, from zero on.
 */
export function addHelp(item, at) {
  if (at >= FIRST) return;
  const { pathname } = item.querySelector("a");
  const held = [...document.querySelectorAll("template[data-help-for]")].find(
    ({ dataset }) => new URL(dataset.helpFor, location.href).pathname === pathname,
  );
  if (!held) return;
  const help = held.content.cloneNode(true);
  setOldAside(help);
  const [first, ...others] = help.children;
  item.prepend(first);
  item.append(...others);
}

/** The number to call first, as the page holds it ready. */
export function numberToCall() {
  const help = document.querySelector("template[data-help-for]").content.cloneNode(true);
  setOldAside(help);
  return help.firstElementChild;
}

/** Whether the number to call first stands in an `item` of a list. */
export const holdsHelp = (item) => Boolean(item?.querySelector(":scope > .call-first"));
