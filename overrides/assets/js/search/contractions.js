/** Two words run into one, as people type them. No page is needed here. */

/**
 * Each such form with its words, by what the data says: with the apostrophe, and without it where that is no other word,
 * as `well` is.
 */
export function fullForms({ contractions = {}, not_contractions: others = [] }) {
  const said = Object.entries(contractions).map(([form, full]) => [form, full.split(" ")]);
  const bare = said.map(([form, full]) => [form.replace("'", ""), full]);
  return new Map([...bare.filter(([form]) => !others.includes(form)), ...said]);
}
