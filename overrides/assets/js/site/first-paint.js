// Before the first paint: says that scripts run, puts back the reader's choice of colours and, for easy read, of looks,
// keeps room for what comes later, and deletes what was to be kept until yesterday. No module, as modules run after the
// first paint; what it puts back was kept by ../shared/store.js.
(({ documentElement: root }) => {
  root.classList.add("js");
  if (!window.speechSynthesis) root.classList.add("mute");
  const full = (name) => `${root.dataset.site}:${name}`;
  try {
    const recall = (name) => localStorage.getItem(full(name)) ?? localStorage.getItem(name);
    const colours = recall("colours");
    if (colours === "light" || colours === "dark") root.dataset.colours = colours;
    if (recall("area")) root.dataset.areaKept = ""; // room is kept for the contacts of the reader's area
    for (const name of ["easy-size", "easy-pictures", "easy-spacing", "easy-tint", "easy-blocks"]) {
      const kept = recall(name);
      if (kept) root.setAttribute(`data-${name}`, kept);
    }
    if (new Date().toISOString().slice(0, 10) > (recall("my-words-until") || "9999"))
      for (const name of ["my-words", "my-letter", "my-words-until"]) localStorage.removeItem(full(name));
    if (sessionStorage.getItem(full("opened-from")) === location.pathname) root.classList.add("leaving");
  } catch {
    // Storage is refused: the device's own colours stand.
  }
})(document);
