/** The contents of a page say where in it the reader is. */
const LINE = 0.3; // of the window's height: what begins above this line is what is being read

export function contents() {
  const nav = document.querySelector(".contents");
  const parts = [...nav.querySelectorAll("a[href^='#']")]
    .map((link) => ({ link, target: document.getElementById(link.hash.slice(1)) }))
    .filter(({ target }) => target);
  let here = null;
  let waiting = false;

  const mark = () => {
    waiting = false;
    // A link may lead further down than the one after it, so the one that begins last is looked for
    let last = null;
    let top = Number.NEGATIVE_INFINITY;
    for (const part of parts) {
      const from = part.target.getBoundingClientRect().top;
      if (from <= innerHeight * LINE && from >= top) [last, top] = [part.link, from];
    }
    if (last === here) return;
    here?.removeAttribute("aria-current");
    here = last;
    here?.setAttribute("aria-current", "location");
    if (here) keepInView(nav, here);
  };

  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  later();
}

/** Scrolls the contents alone, where they are longer than the window: the page stays where it is. */
function keepInView(nav, link) {
  const [box, inner] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < box.top) nav.scrollTop -= box.top - inner.top + box.height / 3;
  else if (inner.bottom > box.bottom) nav.scrollTop += inner.bottom - box.bottom + box.height / 3;
}
