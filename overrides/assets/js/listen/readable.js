/** Whether a page can be read aloud on this device: by which voices, and which parts of it. */

const LANGUAGE = document.documentElement.lang; // en-GB

/** The parts of a full page that are read. Easy-read pages name theirs. */
export const PARTS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, caption";

/** The tag of a language as voices should write it: on Android it is en_GB. */
export const plain = (language) => language.replace("_", "-").toLowerCase();

/** Whether a voice speaks the language of the page. */
export const speaksIt = (voice) => plain(voice.lang).split("-")[0] === LANGUAGE.split("-")[0];

/** Whether there is anything on the page to read. */
export const anythingToRead = () =>
  Boolean(document.querySelector("[data-block]") ?? document.getElementById("main").querySelector(PARTS));
