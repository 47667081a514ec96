/**
 * The numbers to call in a result that leads to help for someone in danger. The page has them in templates, which name
 * the address of such a result: the number to call first, and others.
 */
import { setOldAside } from "../contacts/old-numbers.js";

const FIRST = 3; // the first results of a list, in which such help is added

/**
 * If an `item` of a list links to such help, adds the number to call first above its content and the others below. Not
 * for later results, which are there for other reasons. `at` is the item's position, from 0.
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

/** The number to call first, from its template. */
export function numberToCall() {
  const help = document.querySelector("template[data-help-for]").content.cloneNode(true);
  setOldAside(help);
  return help.firstElementChild;
}

/** Whether an `item` of a list contains the number to call first. */
export const holdsHelp = (item) => Boolean(item?.querySelector(":scope > .call-first"));
