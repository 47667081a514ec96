/** What is kept of sentences and letters, as far as it can be read: junk is left out, and the rest holds. No page is needed. */

/** How many sentences are kept: with more, a letter is too long to be read. */
export const MOST_LINES = 80;
export const FULL = `You have ${MOST_LINES} sentences, and that is the most. Remove one on the page “My words” first.`;
const LONGEST = { words: 600, answer: 6000, text: 100_000 }; // characters: a letter has room for all its boxes and sentences
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const isText = (value, longest) => typeof value === "string" && value.length <= longest;
const isLine = (one) => isText(one?.id, 100) && ID.test(one.id) && isText(one.words, LONGEST.words) && one.words.trim();
const isAnswer = (value) =>
  isText(value, LONGEST.answer) || (Array.isArray(value) && value.every((id) => isText(id, 100) && ID.test(id)));

/** A letter that nobody has begun. */
const EMPTY = { id: "", answers: {}, text: null, made: "" };

/**
 * The sentences in a kept text: `{ found: [{ id, words, of }], whole }`, where `of` is the situation or the standard that it was
 * chosen at, and empty where that is not known. Each stands once; `whole` is false where some were left out.
 */
export function linesIn(text) {
  const list = parsed(text, []);
  if (!Array.isArray(list)) return { found: [], whole: false };
  const found = new Map();
  for (const one of list)
    if (isLine(one) && found.size < MOST_LINES)
      found.set(one.id, { id: one.id, words: one.words, of: isText(one.of, 100) && ID.test(one.of) ? one.of : "" });
  return { found: [...found.values()], whole: found.size === list.length };
}

/** The letter in a kept text: `{ found: { id, answers, text, made }, whole }`. `text` is null until it was changed by hand. */
export function lettersIn(text) {
  const kept = parsed(text, EMPTY);
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return { found: EMPTY, whole: false };
  const answers = Object.entries(Object(kept.answers));
  const good = answers.filter(([id, value]) => ID.test(id) && isAnswer(value));
  const [own, made] = [kept.text, kept.made].map((value) => (isText(value, LONGEST.text) ? value : null));
  const found = {
    id: isText(kept.id, 100) && ID.test(kept.id) ? kept.id : "",
    answers: Object.fromEntries(good),
    text: own,
    made: made ?? "",
  };
  return { found, whole: good.length === answers.length && (own !== null || (kept.text ?? null) === null) };
}

/** What a kept text holds; `empty` where nothing is kept, and undefined where it is no JSON. */
function parsed(text, empty) {
  if (!text) return empty;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
