/** Reads the page aloud, and runs the bar at the foot of the window. The "Listen" button is in offer.js. */
import { element } from "../shared/dom.js";
import { bar } from "./bar.js";
import { mark } from "./mark.js";
import { partsOf } from "./parts.js";
import { player } from "./player.js";
import { styled } from "./styled.js";
import { chooseVoice, chosenVoice, faster, idOf, speed, voicesOf } from "./voices.js";

const SHOWN = 5000; // milliseconds for which a message is shown

/** Starts reading once the bar has its styles, and restarts at each press of the button. */
export async function listen() {
  await styled(new URL("../../css/listening.css", import.meta.url));
  const synthesis = window.speechSynthesis;
  const start = document.querySelector("[data-listen]");
  const more = bar();
  const said = document.querySelector("[data-listen-said]");
  const find = (name) => more.querySelector(`[data-${name}]`);
  const [pause, select] = [find("pause"), find("voice").querySelector("select")];
  const first = start.dataset.voices.split("|").filter(Boolean);
  const main = document.getElementById("main");
  let rate = speed();
  let reading; // the player
  let shown; // the timer that removes the message

  const voices = () => voicesOf(synthesis.getVoices(), first);
  const list = () => {
    const some = voices();
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

  const begin = () => {
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
  };
  start.addEventListener("click", begin);
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
  synthesis.addEventListener?.("voiceschanged", list);
  list();
  start.after(more);
  begin();
}
