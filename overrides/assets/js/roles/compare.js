/**
 * Reduces a standard's role columns to two. The choice is in the address, so that it can be shared, and the Back button
 * undoes it.
 */
export function compare() {
  const form = document.querySelector("[data-compare]");
  const said = form.querySelector("[data-said]");
  const sides = [...document.querySelectorAll("[data-side]")];
  const holder = document.querySelector(".sides");
  const roles = document.querySelector("[data-roles]"); // the links to the roles' columns, which may be hidden now
  const fields = ["a", "b"].map((name) => form.elements.namedItem(name));
  const titles = new Map([...fields[0].options].map((option) => [option.value, option.textContent.trim()]));
  const side = (role) => sides.find((one) => one.dataset.side === role);

  const show = (pair, words) => {
    holder.append(
      ...(pair
        ? [...pair.map(side), ...sides.filter((one) => !pair.includes(one.dataset.side))].filter(Boolean)
        : sides),
    );
    for (const one of sides) one.hidden = Boolean(pair) && !pair.includes(one.dataset.side);
    holder.classList.toggle("sides-two", Boolean(pair));
    roles.hidden = Boolean(pair);
    said.textContent = words;
  };

  const choose = (a, b) => {
    if (a === b) return show(null, "Choose two different roles. All roles are shown.");
    const none = [a, b]
      .filter((role) => !side(role))
      .map((role) => `There is no statement for ${titles.get(role).toLowerCase()} here.`);
    return show(
      [a, b],
      [`You are comparing ${titles.get(a).toLowerCase()} with ${titles.get(b).toLowerCase()}.`, ...none].join(" "),
    );
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    const [a, b] = ["a", "b"].map((name) => asked.get(name));
    if (a === null && b === null) return show(null, "");
    if (!titles.has(a) || !titles.has(b)) {
      return show(null, "The link does not name two roles, so all roles are shown. Choose two.");
    }
    [fields[0].value, fields[1].value] = [a, b];
    return choose(a, b);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [a, b] = fields.map((field) => field.value);
    history.pushState(null, "", `?${new URLSearchParams({ a, b })}`);
    choose(a, b);
  });
  form.querySelector("[data-all]").addEventListener("click", () => {
    history.pushState(null, "", location.pathname);
    show(null, "All roles are shown.");
  });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
}
