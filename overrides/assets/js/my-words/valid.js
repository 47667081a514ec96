/** Validates stored sentences and letters: invalid parts are left out, and the rest is kept. It needs no document. */

/** The most sentences that are stored: with more, a letter would be too long to read. */
export const MOST_LINES = 80;
export const FULL = `You have ${MOST_LINES} sentences, and that is the most. Remove one on the page “My words” first.`;
const LONGEST = { words: 600, answer: 6000, text: 100_000 }; // characters: enough for a letter with all its fields and sentences
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const isText = (value, longest) => typeof value === "string" && value.length <= longest;
const isLine = (one) => isText(one?.id, 100) && ID.test(one.id) && isText(one.words, LONGEST.words) && one.words.trim();
const isAnswer = (value) =>
  isText(value, LONGEST.answer) || (Array.isArray(value) && value.every((id) => isText(id, 100) && ID.test(id)));

/** A letter that nobody has started. */
const EMPTY = { id: "", answers: {}, text: null, made: "" };

/**
 * The sentences in a stored text: `{ found: [{ id, words, of }], whole }`. `of` is the situation or standard where a
 * sentence was chosen (empty if not known). Duplicates are dropped; `whole` is false if something was invalid.
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

/**
 * The letter in a stored text: `{ found: { id, answers, text, made }, whole }`. `text` is null until it has been edited
 * by hand.
 */
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

/** The parsed JSON of a stored text; `empty` if nothing is stored, and undefined if it is not JSON. */
function parsed(text, empty) {
  if (!text) return empty;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
