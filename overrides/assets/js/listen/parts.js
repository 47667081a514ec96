/**
 * The parts of a page that are read aloud in turn. Easy-read pages mark theirs; on other pages each paragraph is one.
 */
import { PARTS } from "./readable.js";
import { sentencesOf } from "./sentences.js";

const NOT_TOLD = "nav, form, [data-not-read], .action-meta, .print-only, .page-tools, .leave-about";

/** `[{ element, sentences }]` for the visible parts that have text. */
export function partsOf(main) {
  const named = [...document.querySelectorAll("[data-block]")];
  const parts = named.length ? named.map(easyPart) : [...main.querySelectorAll(PARTS)].map(part);
  return parts.filter(Boolean);
}

/** A part of an easy-read page: each paragraph is at least one sentence. */
function easyPart(element) {
  const words = element.querySelector(".block-words") ?? element;
  const several = words.children.length && !words.matches("h1, h2, p");
  const sentences = (several ? [...words.children] : [words]).flatMap((one) => sentencesOf(one));
  return sentences.length ? { element, sentences } : null;
}

function part(element) {
  if (element.closest(NOT_TOLD) || (element.checkVisibility && !element.checkVisibility())) return null;
  const sentences = sentencesOf(element, (text) => text.parentElement.closest(PARTS) === element);
  return sentences.length ? { element, sentences } : null;
}
