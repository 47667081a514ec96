/** Writes an evaluation as a file, from which the same evaluation can be read again. */

/** The text of the file. */
export const writeFile = (evaluation) => `${JSON.stringify(evaluation, null, 1)}\n`;

/**
 * A file name that distinguishes evaluations: the sheet, the view, the standard if there is only one, the date and four
 * characters of the id. It contains nothing that a person wrote. `ending` is as in ".json".
 */
export function fileName(index, { sheet, view, standards, id }, ending, today) {
  const own = index.standards.filter((one) => standards.includes(one.id));
  const names = [
    sheet === "questions" ? "easy-read-answers" : "self-evaluation",
    sheet !== "questions" && index.roles.some((role) => role.id === view) && view,
    own.length === 1 ? own[0].id : own.length && `${own.length}-standards`,
    today,
    id.slice(0, 4),
  ];
  return `${names.filter(Boolean).join("-")}${ending}`;
}
