/** The name of an edition in a sentence, as in hooks/sds/model/edition_names.py. It does not touch the page. */
const SAYS_EDITION = /\b(?:edition|version|release|revision|issue)\b/i;
const CODE = /^(?:[A-Za-z]{0,2}\d{1,3}[A-Za-z]?(?:\.\d+)*|[A-Z]|[IVX]+)$/;

/** What to call an edition inside a sentence, without an article: `May 2024 edition`, `edition 3`, `second edition`. */
export const editionNamed = (edition) => {
  if (SAYS_EDITION.test(edition)) return edition.charAt(0).toLowerCase() + edition.slice(1);
  return CODE.test(edition) ? `edition ${edition}` : `${edition} edition`;
};

/** The same with an article, where it has one: `the May 2024 edition`, `edition 3`, `the second edition`. */
export const theEdition = (edition) => {
  const named = editionNamed(edition);
  return named.search(SAYS_EDITION) === 0 || named.startsWith("the ") ? named : `the ${named}`;
};
