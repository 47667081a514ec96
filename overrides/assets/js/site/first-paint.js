// Runs before the first paint: marks that scripts run; restores the chosen theme and, in easy read, the appearance;
// reserves space for content that comes later; opens and closes the menu; marks a page of which something cannot be
// loaded; and deletes stored data whose last day has passed, or whose date is invalid. Not a module, because modules
// run after the first paint. It reads what ../shared/store.js has stored.
(({ documentElement: root }) => {
  root.classList.add("js");
  const full = (name) => `${root.dataset.site}:${name}`;
  const handed = full("asked:");
  // Search words go to the next page in window.name, so that they are in no address and are not sent to a server
  addEventListener("submit", ({ target, defaultPrevented }) => {
    if (!defaultPrevented && target.matches("[role=search]"))
      window.name = handed + target.querySelector("[type=search]").value;
  });
  if (location.search || history.state?.asked || window.name.startsWith(handed)) root.classList.add("asked"); // reserves space for the results
  let [failed, ready] = [false, false];
  /**
   * Shows or hides the line that says that something could not be loaded, and switches the styles between "scripts
   * work" and "scripts are missing"; not on pages opened from files.
   */
  const incomplete = (on) => {
    root.classList.toggle("incomplete", on);
    for (const line of document.querySelectorAll("[data-incomplete]"))
      line.hidden = !on || location.protocol === "file:";
  };
  const fail = () => {
    failed = true;
    incomplete(true);
    addEventListener("DOMContentLoaded", () => incomplete(true)); // the element is further down in the document
  };
  addEventListener("error", ({ target }) => target?.matches?.("script, link[rel=stylesheet]") && fail(), true);
  addEventListener("incomplete", fail); // scripts report with this event that they could not load something
  addEventListener("ready", () => {
    ready = true;
    if (!failed) incomplete(false);
  });
  setTimeout(() => ready || incomplete(true), 8000);
  // The main menu in narrow windows. It is handled here, so that it works even if no other script loads
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
        const link = target.closest?.("a[href]"); // a server opens the index page of a folder; a disk would list its files
        if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      },
      true,
    );
  if (!window.speechSynthesis) root.classList.add("mute");
  try {
    const recall = (name) => localStorage.getItem(full(name)) ?? localStorage.getItem(name);
    if (recall("role")) root.classList.add("asked"); // the search runs at once for the role
    const colours = recall("colours");
    if (colours === "light" || colours === "dark") root.dataset.colours = colours;
    if (recall("area")) root.dataset.areaKept = ""; // reserves space for the contacts of the reader's area
    for (const name of ["easy-size", "easy-pictures", "easy-spacing", "easy-tint", "easy-blocks"]) {
      const kept = recall(name);
      if (kept) root.setAttribute(`data-${name}`, kept);
    }
    const day = (from) => new Date(Date.now() + from * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const until = recall("my-words-until");
    const isDay = /^\d{4}-\d\d-\d\d$/.test(until ?? "") && !Number.isNaN(Date.parse(until)) && until <= day(31);
    if (until && !isDay) root.dataset.wordsUndated = ""; // the page "My words" shows a notice
    const ofWords = (name) => ["my-words", "my-letter"].some((begins) => name.startsWith(full(begins)));
    if (!isDay || until < day(0))
      for (const name of Object.keys(localStorage).filter(ofWords)) localStorage.removeItem(name);
    // A new tab only knows when a link was clicked on a page with a quick exit
    const touched = Date.now() - Number(localStorage.getItem(full("opened-from"))) < 2 * 60 * 1000;
    if (!touched) localStorage.removeItem(full("opened-from"));
    else if (history.length === 1) sessionStorage.setItem(full("opened-from"), location.pathname);
    if (sessionStorage.getItem(full("opened-from")) === location.pathname) root.classList.add("leaving");
  } catch {
    // Storage is refused: the device's theme is used.
  }
})(document);
