/** Lays out what is further down a page, part by part, while nothing else is to do: all of it at once keeps a phone busy. */
const LEAST = 8; // milliseconds that there have to be for one more part

const soon = window.requestIdleCallback ?? ((act) => setTimeout(act, 50, { timeRemaining: () => 0 }));

export function layOut() {
  const root = document.documentElement;
  const parts = [...document.querySelectorAll(".words > section, .role-part, .search-page > section, .foot")];
  const next = (idle) => {
    do {
      const part = parts.shift();
      part?.classList.add("laid-out");
      part?.getBoundingClientRect(); // now, and not with all others
    } while (parts.length && idle.timeRemaining() > LEAST);
    if (parts.length) soon(next);
    else root.classList.remove("brief");
  };
  soon(next);
}
