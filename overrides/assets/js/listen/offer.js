/** The button "Listen", where the device has a voice for the page. What reads the page comes when it is pressed. */
import { fetched } from "../shared/fetched.js";
import { anythingToRead, speaksIt } from "./readable.js";

export function offerToListen() {
  const start = document.querySelector("[data-listen]");
  const voices = window.speechSynthesis;
  const offer = () => {
    start.hidden = !voices.getVoices().some(speaksIt) || !anythingToRead();
  };
  const begin = () => {
    // Safari lets a page speak only if it first did so while a button was being pressed
    voices.speak(new SpeechSynthesisUtterance(""));
    fetched(import("./listen.js"), ({ listen }) => listen());
  };
  start.addEventListener("click", begin, { once: true });
  voices.addEventListener?.("voiceschanged", offer);
  offer();
}
