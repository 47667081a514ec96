/** Speaks texts that are not part of the page, sentence by sentence. */
import { player } from "../listen/player.js";
import { chosenVoice, speed, voicesOf } from "../listen/voices.js";

const button = () => document.querySelector("[data-listen]");

export function speaker() {
  const synthesis = window.speechSynthesis;
  const voices = () =>
    synthesis ? voicesOf(synthesis.getVoices(), (button()?.dataset.voices ?? "").split("|").filter(Boolean)) : [];
  let saying;
  const quiet = () => {
    saying?.stop();
    saying = undefined;
  };
  addEventListener("pagehide", quiet);
  return {
    there: () => voices().length > 0,
    going: () => saying?.state === "reading",
    quiet,
    /** Calls `act` when the list of voices changes, because some devices load it late. */
    onVoices: (act) => synthesis?.addEventListener?.("voiceschanged", act),
    say(texts, failed, end = () => {}) {
      quiet();
      const parts = texts.map((words) => ({ sentences: [{ words }] }));
      saying = player(parts, () => ({ voice: chosenVoice(voices()), rate: speed() }), { at() {}, end, failed });
      saying.start();
    },
  };
}
