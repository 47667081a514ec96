// Before the first paint: says that scripts run, and puts back the reader's choice of colours and, for easy read, of looks.
document.documentElement.classList.add("js");
try {
  const chosen = localStorage.getItem("colours");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
  for (const name of ["size", "pictures", "spacing"]) {
    const kept = localStorage.getItem(`easy-${name}`);
    if (kept) document.documentElement.setAttribute(`data-easy-${name}`, kept);
  }
} catch {
  // Storage is refused: the device's own colours stand.
}
