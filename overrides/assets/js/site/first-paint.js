// Before the first paint: says that scripts run, and puts back the reader's choice of colours and, for easy read, of
// looks, and keeps room for what comes later. No module, as modules run after the first paint; what it puts back was kept by ../shared/store.js.
(({ documentElement: root }) => {
  root.classList.add("js");
  try {
    const recall = (name) => localStorage.getItem(`${root.dataset.site}:${name}`) ?? localStorage.getItem(name);
    const colours = recall("colours");
    if (colours === "light" || colours === "dark") root.dataset.colours = colours;
    if (recall("area")) root.dataset.areaKept = ""; // room is kept for the contacts of the reader's area
    for (const name of ["easy-size", "easy-pictures", "easy-spacing"]) {
      const kept = recall(name);
      if (kept) root.setAttribute(`data-${name}`, kept);
    }
  } catch {
    // Storage is refused: the device's own colours stand.
  }
})(document);
