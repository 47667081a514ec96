// Before the first paint: says that scripts run, puts back the reader's choice of colours and, for easy read, of looks,
// keeps room for what comes later, opens and closes the menu, marks a page of which something does not come, and deletes what was to be kept until yesterday, or until no day that anyone could choose. No module, as modules run after the
// first paint; what it puts back was kept by ../shared/store.js.
(({ documentElement: root }) => {
  root.classList.add("js");
  const full = (name) => `${root.dataset.site}:${name}`;
  const handed = full("asked:");
  // Words that are searched for go to the next page in the name of the window: no address has them, and nothing sends them
  addEventListener("submit", ({ target, defaultPrevented }) => {
    if (!defaultPrevented && target.matches("[role=search]"))
      window.name = handed + target.querySelector("[type=search]").value;
  });
  if (location.search || history.state?.asked || window.name.startsWith(handed)) root.classList.add("asked"); // room is kept for the answer
  let [failed, ready] = [false, false];
  /** What scripts would have shown stays away, what they would have hidden stays, and a line says so; not where files are opened without a server. */
  const incomplete = (on) => {
    root.classList.toggle("incomplete", on);
    for (const line of document.querySelectorAll("[data-incomplete]"))
      line.hidden = !on || location.protocol === "file:";
  };
  const fail = () => {
    failed = true;
    incomplete(true);
    addEventListener("DOMContentLoaded", () => incomplete(true)); // the line stands further down
  };
  addEventListener("error", ({ target }) => target?.matches?.("script, link[rel=stylesheet]") && fail(), true);
  addEventListener("incomplete", fail); // a script says so of what it fetches itself
  addEventListener("ready", () => {
    ready = true;
    if (!failed) incomplete(false);
  });
  setTimeout(() => ready || incomplete(true), 8000);
  // The main menu, on narrow windows: it opens and closes here, so that it does where no other script comes
  const menu = (button, open) => {
    button.closest(".top").classList.toggle("open", open);
    button.setAttribute("aria-expanded", open);
  };
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-menu], [data-incomplete] button");
    if (button?.matches("[data-menu]")) menu(button, !button.closest(".open"));
    else if (button) button.closest("[data-incomplete]").hidden = true;
  });
  addEventListener("keydown", ({ key }) => {
    const button = key === "Escape" && document.querySelector(".open [data-menu]");
    if (!button) return;
    menu(button, false);
    button.focus();
  });
  if (location.protocol === "file:")
    addEventListener(
      "click",
      ({ target }) => {
        const link = target.closest?.("a[href]"); // a server opens the page of a folder, and a disk lists its files
        if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      },
      true,
    );
  if (!window.speechSynthesis) root.classList.add("mute");
  try {
    const recall = (name) => localStorage.getItem(full(name)) ?? localStorage.getItem(name);
    if (recall("role")) root.classList.add("asked"); // the search answers for it
    const colours = recall("colours");
    if (colours === "light" || colours === "dark") root.dataset.colours = colours;
    if (recall("area")) root.dataset.areaKept = ""; // room is kept for the contacts of the reader's area
    for (const name of ["easy-size", "easy-pictures", "easy-spacing", "easy-tint", "easy-blocks"]) {
      const kept = recall(name);
      if (kept) root.setAttribute(`data-${name}`, kept);
    }
    const day = (from) => new Date(Date.now() + from * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const until = recall("my-words-until");
    const isDay = /^\d{4}-\d\d-\d\d$/.test(until ?? "") && !Number.isNaN(Date.parse(until)) && until <= day(31);
    if (until && !isDay) root.dataset.wordsUndated = ""; // the page of the words says so
    const ofWords = (name) => ["my-words", "my-letter"].some((begins) => name.startsWith(full(begins)));
    if (!isDay || until < day(0))
      for (const name of Object.keys(localStorage).filter(ofWords)) localStorage.removeItem(name);
    // A new tab has nothing but the time at which a link was touched on a page that can be left at once
    const touched = Date.now() - Number(localStorage.getItem(full("opened-from"))) < 2 * 60 * 1000;
    if (!touched) localStorage.removeItem(full("opened-from"));
    else if (history.length === 1) sessionStorage.setItem(full("opened-from"), location.pathname);
    if (sessionStorage.getItem(full("opened-from")) === location.pathname) root.classList.add("leaving");
  } catch {
    // Storage is refused: the device's own colours stand.
  }
})(document);
