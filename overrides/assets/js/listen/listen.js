/** The button "Listen" and the bar that stands at the foot of the window while the page is read aloud. */
import { element } from "../shared/dom.js";
import { mark } from "./mark.js";
import { anythingToRead, partsOf } from "./parts.js";
import { player } from "./player.js";
import { chooseVoice, chosenVoice, faster, idOf, speed, voicesOf } from "./voices.js";

const SHOWN = 5000; // milliseconds that the page says what was done

export function listen() {
  const synthesis = window.speechSynthesis;
  const start = document.querySelector("[data-listen]");
  if (!synthesis || !start) return;
  const more = document.querySelector("[data-listen-more]");
  const said = document.querySelector("[data-listen-said]");
  const find = (name) => more.querySelector(`[data-${name}]`);
  const [pause, select] = [find("pause"), find("voice").querySelector("select")];
  const first = more.dataset.voices.split("|").filter(Boolean);
  const main = document.getElementById("main");
  let rate = speed();
  let reading; // the player, once the page was read or is
  let shown; // the timer that takes the words away

  const voices = () => voicesOf(synthesis.getVoices(), first);
  const offer = () => {
    const some = voices();
    start.hidden = !some.length || !anythingToRead(main);
    const chosen = chosenVoice(some);
    find("voice").hidden = some.length < 2;
    select.replaceChildren(
      ...some.map((voice) => element("option", { value: idOf(voice), selected: voice === chosen }, voice.name)),
    );
  };
  const show = (words) => {
    pause.textContent = reading.state === "paused" ? "Carry on" : "Pause";
    said.textContent = words;
    clearTimeout(shown);
    shown = setTimeout(() => said.replaceChildren(), SHOWN);
  };
  const close = (words) => {
    mark(null);
    if (more.contains(document.activeElement)) start.focus();
    more.hidden = true;
    show(words);
  };
  const change = (step) => {
    const before = rate;
    rate = faster(rate, step);
    const end = step > 0 ? "This is the fastest." : "This is the slowest.";
    show(rate === before ? end : step > 0 ? "Faster." : "Slower.");
    if (rate !== before) reading.again();
  };

  start.addEventListener("click", () => {
    const parts = partsOf(main);
    reading?.stop();
    reading = player(parts, () => ({ voice: chosenVoice(voices()), rate }), {
      at: mark,
      end: () => close("That is the end of the page."),
      failed: () => close("Your browser could not read this aloud."),
    });
    more.hidden = false;
    reading.start();
    show("Reading.");
  });
  pause.addEventListener("click", () => {
    if (reading.state === "paused") reading.carryOn();
    else reading.pause();
    show(reading.state === "paused" ? "Paused." : "Reading.");
  });
  find("back").addEventListener("click", () => {
    reading.back();
    show("Reading.");
  });
  find("stop").addEventListener("click", () => {
    reading.stop();
    close("Stopped.");
  });
  find("slower").addEventListener("click", () => change(-1));
  find("faster").addEventListener("click", () => change(1));
  select.addEventListener("change", () => {
    chooseVoice(select.value);
    show("Another voice.");
    reading.again();
  });
  addEventListener("pagehide", () => reading?.stop());
  synthesis.addEventListener?.("voiceschanged", offer);
  offer();
}
