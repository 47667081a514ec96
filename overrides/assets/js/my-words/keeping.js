/** Whether the sentences and the letter are stored on the device, and until which day. */
import { day } from "../shared/words.js";
import { keepFor, keepInTab, onChange, until } from "./kept.js";

export function keeping() {
  const group = document.querySelector("[data-keep]");
  const said = document.querySelector("[data-keep-said]");
  const boxes = [...group.querySelectorAll("input")];
  const tell = () => {
    const last = until();
    said.textContent = last
      ? `Saved on this device until ${day(new Date(`${last}T12:00`))}, then deleted. You can delete it sooner here.`
      : "";
    if (!last) boxes[0].checked = true;
    else if (boxes[0].checked) boxes.at(-1).checked = true;
  };
  group.addEventListener("change", (event) => {
    const days = Number(event.target.value);
    if (!days) {
      keepInTab();
      tell();
      said.textContent = "Nothing is saved after you close this tab.";
      return;
    }
    const kept = keepFor(days);
    tell();
    if (!kept)
      said.textContent = "Your browser cannot save anything from this site. Print or copy it before you close the tab.";
  });
  onChange(tell);
  tell();
}
