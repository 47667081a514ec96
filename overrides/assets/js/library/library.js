/** Narrows the library. The choice stands in the address, so it can be sent, and the back button undoes it. */
export function library() {
  const form = document.querySelector("[data-library]");
  // Not every site has choices in each
  const names = ["role", "standard", "kind", "format", "easy"].filter((name) => form.elements.namedItem(name));
  const said = form.querySelector("[data-said]");
  const nothing = document.querySelector("[data-nothing]");
  const groups = [...document.querySelectorAll("[data-group]")];
  const items = [...document.querySelectorAll("[data-item]")].map((element) => ({
    element,
    has: Object.fromEntries(names.map((name) => [name, new Set(element.dataset[name].split(" ").filter(Boolean))])),
  }));
  const field = (name) => form.elements.namedItem(name);
  const chosen = () =>
    Object.fromEntries(
      names.map((name) => [name, name === "easy" ? (field(name).checked ? "yes" : "") : field(name).value]),
    );
  const fits = (item, choice) => names.every((name) => !choice[name] || item.has[name].has(choice[name]));

  /** How many would be left for each value of each field, were it chosen beside the other choices. */
  const count = (choice) => {
    for (const name of names) {
      const left = (value) => items.filter((item) => fits(item, { ...choice, [name]: value })).length;
      if (name === "easy") form.querySelector("[data-count]").textContent = `(${left("yes")})`;
      else {
        for (const option of field(name).options) {
          option.dataset.title ??= option.textContent;
          option.textContent = `${option.dataset.title} (${left(option.value)})`;
        }
      }
    }
  };

  const show = () => {
    const choice = chosen();
    let left = 0;
    for (const item of items) {
      item.element.hidden = !fits(item, choice);
      if (!item.element.hidden) left += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
    nothing.hidden = left > 0;
    count(choice);
    said.textContent = `${left} of ${items.length} resources.`;
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const name of names) {
      const value = asked.get(name) ?? "";
      if (name === "easy") field(name).checked = value === "yes";
      else field(name).value = [...field(name).options].some((option) => option.value === value) ? value : "";
    }
    show();
  };

  const keep = () => {
    const choice = Object.entries(chosen()).filter(([, value]) => value);
    history.pushState(null, "", choice.length ? `?${new URLSearchParams(choice)}` : location.pathname);
    show();
  };

  form.addEventListener("change", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-clear]").addEventListener("click", () => {
    form.reset();
    keep();
  });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
}
