/**
 * The "Listen" button, shown if the device has a voice for the page's language. The reading script is loaded when it is
 * pressed.
 */
import { fetched } from "../shared/fetched.js";
import { anythingToRead, speaksIt } from "./readable.js";

export function offerToListen() {
  const start = document.querySelector("[data-listen]");
  const voices = window.speechSynthesis;
  const offer = () => {
    start.hidden = !voices.getVoices().some(speaksIt) || !anythingToRead();
  };
  const begin = () => {
    // Safari only lets a page speak if it has first done so in the handler of a click
    voices.speak(new SpeechSynthesisUtterance(""));
    fetched(import("./listen.js"), ({ listen }) => listen());
  };
  start.addEventListener("click", begin, { once: true });
  voices.addEventListener?.("voiceschanged", offer);
  offer();
}
