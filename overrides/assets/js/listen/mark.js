/**
 * Marks what is being read: the part by a class, the sentence by a highlight, where the browser has those, and else by a
 * class on the smallest element that holds it.
 */
const NAME = "reading";
const QUIET = matchMedia("(prefers-reduced-motion: reduce)");

/** Marks a sentence of a part and brings it into sight; null takes the mark away. */
export function mark(part, sentence) {
  for (const one of document.querySelectorAll(".reading, .reading-sentence"))
    if (one !== part?.element) one.classList.remove("reading", "reading-sentence");
  globalThis.CSS?.highlights?.delete(NAME);
  if (!part) return;
  part.element.classList.add("reading");
  part.element.dispatchEvent(new CustomEvent("read", { bubbles: true }));
  const { range } = part.sentences[sentence];
  if (globalThis.Highlight && CSS.highlights) CSS.highlights.set(NAME, new Highlight(range));
  else smallest(range).classList.add("reading-sentence");
  bringIntoSight(range);
}

function smallest(range) {
  const { commonAncestorContainer: holder } = range;
  return holder.nodeType === Node.TEXT_NODE ? holder.parentElement : holder;
}

/** Scrolls only when the sentence is not in the middle of the window already. */
function bringIntoSight(range) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top > innerHeight * 0.15 && bottom < innerHeight * 0.7) return;
  const behavior = QUIET.matches ? "instant" : "smooth";
  scrollTo({ top: scrollY + top - innerHeight * 0.3, behavior });
}
