/** Filters the list of all sentences by typed words. */
import { count } from "../shared/words.js";

const plain = (text) => text.toLowerCase().replace(/[’‘]/g, "'");

export function narrow() {
  const form = document.querySelector("[data-narrow-words]");
  const field = form.querySelector("input");
  const said = form.querySelector("[data-narrow-said]");
  const items = [...document.querySelectorAll("[data-words-of] [data-say]")].map((item) => ({
    item,
    text: plain(item.querySelector("q").textContent),
  }));
  const groups = [...document.querySelectorAll("[data-words-of]")];
  const parts = [...document.querySelectorAll("[data-words-part]")];
  field.addEventListener("input", () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    for (const { item, text } of items) item.hidden = !wanted.every((word) => text.includes(word));
    for (const group of groups) group.hidden = !group.querySelector("[data-say]:not([hidden])");
    for (const part of parts) {
      part.hidden = !part.querySelector("[data-words-of]:not([hidden])");
      part.querySelector(".jump-list").hidden = wanted.length > 0;
    }
    const ids = new Set(items.filter(({ item }) => !item.hidden).map(({ item }) => item.dataset.say));
    said.textContent = wanted.length ? `${count(ids.size, "sentence")} found.` : "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
}
