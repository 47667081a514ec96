/** Output of the result: print, Word file, copy, read aloud, or email. */
import { put } from "../shared/clipboard.js";
import { handOver } from "../shared/hand-over.js";
import { asText } from "./sheet.js";
import { speaker } from "./speak.js";

const EMPTY = "There is nothing to save yet. Choose sentences or fill in the letter first.";

/** `current` returns the current result: `{ name, title, empty(), blocks() }`. */
export function takeAway(current) {
  const bar = document.querySelector("[data-takes]");
  const said = document.querySelector("[data-take-said]");
  const byHand = document.querySelector("[data-copied-by-hand]");
  const button = (name) => bar.querySelector(`[data-take=${name}]`);
  const email = [bar.querySelector("[data-take-email]"), document.querySelector("[data-email-how]")];
  const voice = speaker();
  const ways = { print, word, copy, say };

  for (const [name, act] of Object.entries(ways)) {
    button(name).addEventListener("click", () => {
      byHand.hidden = true;
      if (name === "say" && voice.going()) return hush("");
      if (current().empty()) said.textContent = EMPTY;
      else act();
      return undefined;
    });
  }
  voice.onVoices(show);

  function print() {
    said.textContent = "";
    window.print();
  }
  async function word() {
    const { name, title, blocks } = current();
    said.textContent = "Making the Word file.";
    try {
      const { wordFile } = await import("../shared/word-file.js");
      handOver(await wordFile(title, blocks()), `${name}.docx`);
      said.textContent = `The file ${name}.docx is in your downloads. The file name does not contain anything about you.`;
    } catch {
      said.textContent =
        "The Word file could not be made because part of this page did not load. You can still print or copy.";
    }
  }
  async function copy() {
    const words = asText(current().blocks());
    if (await put(words)) said.textContent = "Copied. You can paste it now.";
    else {
      byHand.textContent = words;
      byHand.hidden = false;
      getSelection().selectAllChildren(byHand);
      said.textContent = "Your browser blocked copying. The words are selected: press Ctrl+C, or Copy on your phone.";
    }
  }
  function say() {
    const texts = current()
      .blocks()
      .flatMap(({ lines }) => lines);
    button("say").lastChild.textContent = "Stop reading";
    said.textContent = "Reading.";
    voice.say(
      texts,
      () => hush("Your browser could not read this aloud."),
      () => hush("That is the end."),
    );
  }
  function hush(words) {
    voice.quiet();
    button("say").lastChild.textContent = "Read it aloud";
    said.textContent = words;
  }
  function show() {
    button("say").hidden = !voice.there();
    for (const part of email) part.hidden = document.documentElement.dataset.made !== "letter";
  }
  return { show };
}
