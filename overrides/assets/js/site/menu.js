/** The main menu behind a button, on narrow windows. Esc closes it and gives focus back to the button. */
export function menu() {
  const button = document.querySelector("[data-menu]");
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = document.documentElement.classList.contains("incomplete"); // then the menu is open, as first-paint.js says

  const show = (open) => {
    panel.classList.toggle("open", open);
    button.closest(".top").classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
  };
  const isOpen = () => panel.classList.contains("open");

  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    button.focus();
  });
}
