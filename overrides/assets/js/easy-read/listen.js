/** Reads the page aloud block by block with the browser's own voice. Stays hidden where none speaks its language. */
const SPEEDS = [0.6, 0.75, 0.9, 1.05, 1.2, 1.4];

export function listen() {
  const voices = window.speechSynthesis;
  if (!voices) return;
  const start = document.querySelector("[data-listen]");
  const more = document.querySelector("[data-listen-more]");
  const pause = document.querySelector("[data-pause]");
  const said = document.querySelector("[data-said]");
  const blocks = [...document.querySelectorAll("[data-block]")];
  let at = -1; // the block being read; -1 when nothing is
  let speed = 2;
  let speaking; // kept, because a browser may forget an utterance that nothing holds, and then never says that it ended

  const { lang } = document.documentElement;
  const speaks = (language) => voices.getVoices().find((voice) => voice.lang.replace("_", "-").startsWith(language));
  const own = () => speaks(lang) ?? speaks(lang.split("-")[0]); // of the same country, or else of the language
  const offer = () => {
    start.hidden = !own() || !blocks.length;
  };
  const mark = (index) => {
    for (const block of blocks) block.classList.toggle("reading", block === blocks[index]);
    blocks[index]?.scrollIntoView({ block: "center", behavior: "instant" });
  };
  const stop = (words) => {
    speaking = undefined;
    voices.cancel();
    at = -1;
    mark(-1);
    if (more.contains(document.activeElement)) start.focus();
    more.hidden = true;
    said.textContent = words;
  };
  const read = (index) => {
    if (index >= blocks.length) return stop("That is the end of the page.");
    const utterance = new SpeechSynthesisUtterance(spoken(blocks[index]));
    utterance.voice = own();
    utterance.lang = lang;
    utterance.rate = SPEEDS[speed];
    // one that was cut short, by a new start or a change of speed, does not lead on to the next block
    utterance.addEventListener("end", () => {
      if (utterance === speaking) read(index + 1);
    });
    utterance.addEventListener("error", () => {
      if (utterance === speaking) stop("Your browser could not read this aloud.");
    });
    speaking = utterance;
    at = index;
    mark(index);
    voices.cancel();
    voices.speak(utterance);
    return undefined;
  };
  const go = (index) => {
    pause.textContent = "Pause";
    voices.resume();
    read(index);
  };
  const change = (step) => {
    const before = speed;
    speed = Math.min(Math.max(speed + step, 0), SPEEDS.length - 1);
    if (step > 0) said.textContent = speed === before ? "This is the fastest." : "Faster.";
    else said.textContent = speed === before ? "This is the slowest." : "Slower.";
    if (speed !== before && at >= 0) go(at);
  };

  start.addEventListener("click", () => {
    more.hidden = false;
    said.textContent = "Reading.";
    go(0);
  });
  pause.addEventListener("click", () => {
    const going = pause.textContent === "Pause";
    if (going) voices.pause();
    else voices.resume();
    pause.textContent = going ? "Carry on" : "Pause";
    said.textContent = going ? "Paused." : "Reading.";
  });
  document.querySelector("[data-stop]").addEventListener("click", () => stop("Stopped."));
  document.querySelector("[data-slower]").addEventListener("click", () => change(-1));
  document.querySelector("[data-faster]").addEventListener("click", () => change(1));
  addEventListener("pagehide", () => voices.cancel());
  voices.addEventListener?.("voiceschanged", offer);
  offer();
}

/**
 * The words of a block as they are read: each part a sentence, without meanings that stand open, which come at the end
 * of the page.
 */
function spoken(block) {
  const words = (block.querySelector(".block-words") ?? block).cloneNode(true);
  for (const extra of words.querySelectorAll(".vh, .meaning")) extra.remove();
  const parts = [...(words.children.length && !words.matches("h1, h2, p") ? words.children : [words])].map((part) =>
    part.textContent.trim().replace(/\s+/g, " "),
  );
  return parts
    .filter(Boolean)
    .map((part) => (/[.?!:]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
