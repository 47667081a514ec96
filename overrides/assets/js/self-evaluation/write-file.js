/** Writes an evaluation as a file. One that is read again is the same evaluation. */

/** The text of the file. */
export const writeFile = (evaluation) => `${JSON.stringify(evaluation, null, 1)}\n`;

/**
 * The name of the file, by which several can be told apart: what it is, whose view, the standard if it is one, the day
 * and four signs of its own. No words of a person are in it. `ending` as in ".json".
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
