/** Links in a pack. They lead to this copy of the site, but show the address at which the site is published. */
import { published, ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";

/**
 * The absolute address in this copy of the site for a path from its root. An address of another site is returned
 * unchanged.
 */
export const here = (url) => (url.startsWith("/") ? new URL(url.slice(1), ROOT).href : url);
/** A link within a pack. */
export const link = (url, words) => element("a", { href: here(url) }, words);
/** A list of a pack. */
export const list = (items) => element("ul", { class: "pack-list" }, items);

/** A link whose text is its own address, for print. It may break after a slash. */
export function address(url) {
  const pieces = (url.startsWith("/") ? published(url) : url).replace(/^https?:[/][/]/, "").split(/(?<=\/)/);
  return element(
    "span",
    { class: "pack-address" },
    link(url, pieces.flatMap((piece) => [element("wbr", {}), piece]).slice(1)),
  );
}
