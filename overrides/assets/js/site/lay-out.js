/**
 * Lays out all of a page at once where its reader jumps to a place further down: else what is above that place would be
 * laid out, and grow, when the reader goes back up, which not every browser keeps still.
 */
export function layOutAtJumps() {
  const all = () => document.documentElement.classList.remove("brief");
  addEventListener("click", ({ target }) => target.closest?.("a[href^='#']") && all(), true);
  addEventListener("hashchange", all);
}
