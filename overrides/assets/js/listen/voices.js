/** The device's voices for the language of the page, the best first; and the reader's choice of voice and speed. */
import { recall, remember } from "../shared/store.js";
import { plain, speaksIt } from "./readable.js";

const LANGUAGE = document.documentElement.lang; // en-GB
const SPEEDS = [0.6, 0.75, 0.9, 1.05, 1.2, 1.4];
const USUAL = 0.9;

/**
 * Sorted: first the voices whose name or language contains one of `first`, then those of the page's country, then the
 * others of its language. Otherwise the device's order is kept.
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

/** The id of a voice on this device, because several can have the same name. */
export const idOf = (voice) => voice.voiceURI || voice.name;

/** The reader's voice if the device still has it, or else the best one; undefined if there is none. */
export const chosenVoice = (voices) => voices.find((voice) => idOf(voice) === recall("listen-voice")) ?? voices[0];

/** Remembers a voice. */
export const chooseVoice = (id) => remember("listen-voice", id);

/** How fast to read: 1 is the voice's own speed. */
export function speed() {
  const kept = Number(recall("listen-speed"));
  return SPEEDS.includes(kept) ? kept : USUAL;
}

/** The speed `step` steps from `now`, stored for the next page; `now` itself if there is no such step. */
export function faster(now, step) {
  const next = SPEEDS[SPEEDS.indexOf(now) + step] ?? now;
  remember("listen-speed", String(next));
  return next;
}
