/**
 * Highlights what is being read: the part by a class, and the sentence by a CSS highlight or, in browsers without
 * these, by a class on the smallest element that contains it.
 */
const NAME = "reading";
const QUIET = matchMedia("(prefers-reduced-motion: reduce)");

/** Highlights a sentence of a part and scrolls to it; null removes the highlight. */
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

/** Scrolls only if the sentence is not already in the middle of the window. */
function bringIntoSight(range) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top > innerHeight * 0.15 && bottom < innerHeight * 0.7) return;
  const behavior = QUIET.matches ? "instant" : "smooth";
  scrollTo({ top: scrollY + top - innerHeight * 0.3, behavior });
}
