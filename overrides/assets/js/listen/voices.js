/** The voices of this device that speak the language of the page, the best first; which one the reader chose, and how fast. */
import { recall, remember } from "../shared/store.js";
import { plain, speaksIt } from "./readable.js";

const LANGUAGE = document.documentElement.lang; // en-GB
const SPEEDS = [0.6, 0.75, 0.9, 1.05, 1.2, 1.4];
const USUAL = 0.9;

/**
 * Those whose name or language holds one of `first` stand first, then those of the country of the page, then the others
 * of its language. Among equals the order of the device holds.
 */
export function voicesOf(all, first) {
  const rank = (voice) => {
    const said = `${voice.name} ${voice.lang}`.toLowerCase();
    if (first.some((words) => said.includes(words.toLowerCase()))) return 0;
    return plain(voice.lang).startsWith(LANGUAGE.toLowerCase()) ? 1 : 2;
  };
  return all
    .filter(speaksIt)
    .map((voice) => ({ voice, rank: rank(voice) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ voice }) => voice);
}

/** By what a voice is known on this device: several may have one name. */
export const idOf = (voice) => voice.voiceURI || voice.name;

/** The voice that the reader chose, where the device still has it, or the best one; undefined where there is none. */
export const chosenVoice = (voices) => voices.find((voice) => idOf(voice) === recall("listen-voice")) ?? voices[0];

/** Remembers a voice. */
export const chooseVoice = (id) => remember("listen-voice", id);

/** How fast to read: 1 is the voice's own speed. */
export function speed() {
  const kept = Number(recall("listen-speed"));
  return SPEEDS.includes(kept) ? kept : USUAL;
}

/** The speed that is `step` places from `now`, remembered for the next page; `now` itself where there is none. */
export function faster(now, step) {
  const next = SPEEDS[SPEEDS.indexOf(now) + step] ?? now;
  remember("listen-speed", String(next));
  return next;
}
