/** Whether a page can be read aloud on this device: with which voices, and which parts of it. */

const LANGUAGE = document.documentElement.lang; // en-GB

/** The elements of a full page that are read. Easy-read pages mark theirs. */
export const PARTS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, caption";

/** A normalized language tag: Android writes en_GB for en-GB. */
export const plain = (language) => language.replace("_", "-").toLowerCase();

/** Whether a voice speaks the language of the page. */
export const speaksIt = (voice) => plain(voice.lang).split("-")[0] === LANGUAGE.split("-")[0];

/** Whether there is anything on the page to read. */
export const anythingToRead = () =>
  Boolean(document.querySelector("[data-block]") ?? document.getElementById("main").querySelector(PARTS));
