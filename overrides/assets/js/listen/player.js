/**
 * Reads sentences aloud with the browser's own voice, one call for each, so that every voice tells which one it is at.
 * It keeps its own pause: on Android the pause of the browser ends what is being said, and some voices then say that
 * it ended, and some that it failed. So to pause is to cancel, and to carry on is to begin the part again.
 */
const REST = 60; // milliseconds from cancelling to the next call: some voices drop one that comes at once

/**
 * `tell` hears of what happens: `at(part, sentence)` before each sentence, `end()` after the last one, `failed()` where
 * the voice does not speak. `settings()` gives the voice and the speed.
 */
export function player(parts, settings, tell) {
  const voices = window.speechSynthesis;
  let state = "stopped";
  let part = 0;
  let sentence = 0;
  let turn = 0; // what a voice says of an earlier call is not heard
  let speaking; // kept, because a browser may forget an utterance that nothing holds, and then never says that it ended

  const silence = () => {
    turn += 1;
    speaking = undefined;
    voices.cancel();
  };
  const speak = (mine) => {
    if (mine !== turn) return;
    const { voice, rate } = settings();
    const utterance = new SpeechSynthesisUtterance(parts[part].sentences[sentence].words);
    utterance.voice = voice;
    utterance.lang = voice.lang.replace("_", "-");
    utterance.rate = rate;
    utterance.addEventListener("end", () => mine === turn && next());
    utterance.addEventListener("error", () => mine === turn && fail());
    speaking = utterance;
    voices.speak(speaking);
  };
  const say = () => {
    turn += 1;
    tell.at(parts[part], sentence);
    if (!voices.speaking && !voices.pending) return speak(turn);
    voices.cancel();
    return setTimeout(speak, REST, turn);
  };
  const next = () => {
    sentence += 1;
    if (sentence === parts[part].sentences.length) {
      part += 1;
      sentence = 0;
    }
    if (part < parts.length) return say();
    stop();
    return tell.end();
  };
  const fail = () => {
    stop();
    tell.failed();
  };
  const stop = () => {
    state = "stopped";
    silence();
  };
  const from = (wanted) => {
    [state, part, sentence] = ["reading", wanted, 0];
    voices.resume(); // another page may have left the voice at rest
    say();
  };

  return {
    get state() {
      return state;
    },
    start: () => from(0),
    pause() {
      state = "paused";
      silence();
    },
    carryOn: () => from(part),
    /** The part before, or this one again where some of it was read. */
    back: () => from(sentence > 0 ? part : Math.max(part - 1, 0)),
    /** Begins this part again, with other settings. */
    again: () => (state === "reading" ? from(part) : undefined),
    stop,
  };
}
