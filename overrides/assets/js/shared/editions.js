/** The name of an edition in a sentence, as in hooks/sds/model/edition_names.py. It does not touch the page. */
const SAYS_EDITION = /\b(?:edition|version|release|revision|issue)\b/i;
const CODE = /^(?:[A-Za-z]{0,2}\d{1,3}[A-Za-z]?(?:\.\d+)*|[A-Z]|[IVX]+)$/;
const NO_NAME =
  /^(?:The|New|Revised|Edition|Version|Release|Revision|Issue|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b/;

/** What to call an edition inside a sentence, without an article: `May 2024 edition`, `edition 3`, `second edition`. */
export const editionNamed = (edition) => {
  if (CODE.test(edition)) return `edition ${edition}`;
  const named = SAYS_EDITION.test(edition) ? edition : `${edition} edition`;
  return NO_NAME.test(named) ? named.charAt(0).toLowerCase() + named.slice(1) : named;
};

/** The same with an article, where it has one: `the May 2024 edition`, `edition 3`, `the second edition`. */
export const theEdition = (edition) => {
  const named = editionNamed(edition);
  return named.search(SAYS_EDITION) === 0 || named.startsWith("the ") ? named : `the ${named}`;
};
