/**
 * Reads sentences aloud with the browser's speech synthesis, one utterance each, so that the current sentence is known
 * with every voice. Pause is implemented here: on Android, `speechSynthesis.pause` ends the utterance, and some voices
 * then fire `end` and others `error`. So pausing cancels, and resuming starts the part again.
 */
const REST = 60; // milliseconds between cancelling and the next utterance, because some voices drop one that follows at once

/**
 * `tell` has callbacks: `at(part, sentence)` before each sentence, `end()` after the last one, and `failed()` if the
 * voice does not speak. `settings()` returns the voice and the speed.
 */
export function player(parts, settings, tell) {
  const voices = window.speechSynthesis;
  let state = "stopped";
  let part = 0;
  let sentence = 0;
  let turn = 0; // increased at each start, so that events of earlier utterances can be ignored
  let speaking; // a reference, because browsers may garbage-collect an utterance, and then never fire its end event

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
    voices.resume(); // another page may have paused the voice
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
    /** The previous part, or the start of this one if some of it has been read. */
    back: () => from(sentence > 0 ? part : Math.max(part - 1, 0)),
    /** Starts this part again, after a change of settings. */
    again: () => (state === "reading" ? from(part) : undefined),
    stop,
  };
}
