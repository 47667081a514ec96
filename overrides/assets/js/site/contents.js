/** Marks the current section in the table of contents. */
const LINE = 0.3; // the share of the window's height from the top: the last section that begins above this line is the current one

export function contents() {
  const nav = document.querySelector(".contents");
  const parts = [...nav.querySelectorAll("a[href^='#']")]
    .map((link) => ({ link, target: document.getElementById(link.hash.slice(1)) }))
    .filter(({ target }) => target);
  let here = null;
  let waiting = false;

  const mark = () => {
    waiting = false;
    // Links need not be in document order, so the section that begins last is searched for
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

/** Scrolls only the table of contents, if it is longer than the window, and not the page. */
function keepInView(nav, link) {
  const [box, inner] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < box.top) nav.scrollTop -= box.top - inner.top + box.height / 3;
  else if (inner.bottom > box.bottom) nav.scrollTop += inner.bottom - box.bottom + box.height / 3;
}
