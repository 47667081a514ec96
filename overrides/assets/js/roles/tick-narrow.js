/**
 * Shows one standard of a role's `parts`, one stage (`stage:` and its id), where to start (`start`, the ids in
 * `starts`), or all; and of these not the ones that `hides` returns true for. Returns the selected statements,
 * including hidden ones.
 */
export function narrowTo(parts, wanted, starts, hides) {
  const [kind, id] = wanted.includes(":") ? wanted.split(":") : ["standard", wanted];
  const inside = (item) => {
    if (kind === "stage") return (item.dataset.stages ?? "").split(" ").includes(id);
    return wanted !== "start" || starts.has(item.id);
  };
  const ofOne = kind === "standard" && id && id !== "start";
  const chosen = [];
  for (const part of parts) {
    const other = ofOne && part.dataset.part !== id;
    for (const item of part.querySelectorAll(".action")) {
      const holds = inside(item);
      if (holds && !other) chosen.push(item);
      item.hidden = !holds || hides(item);
    }
    part.hidden = other || !part.querySelector(".action:not([hidden])");
  }
  return chosen;
}
