/** Words inside a sentence, as in hooks/sds/model/framework.py. It does not touch the page. */
const CAPITAL_NOUNS = /^(?:de|gsw|lb|nds)(?:-|$)/; // languages in which every noun begins with a capital
const ACRONYM = /^.\p{Lu}/u;

/** Words in a language for use inside a sentence: their first letter in lower case, unless they begin with an acronym such as PDF. */
export const inSentence = (language, words) =>
  ACRONYM.test(words) || CAPITAL_NOUNS.test(language) ? words : words.charAt(0).toLowerCase() + words.slice(1);
