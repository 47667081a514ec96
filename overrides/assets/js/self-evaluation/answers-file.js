/** What a person answered in easy read -> the file that the page for self-evaluation opens. */
import { newId, now, today } from "./device.js";
import { newEvaluation, SEVERAL } from "./model.js";
import { indexOf } from "./parts.js";
import { fileName, writeFile } from "./write-file.js";

/** `{evaluation, text, name}` of some answers: `{id, items}`, where `id` is that of a file saved before, if there is one. */
export async function answersFile({ id, items }) {
  const index = await indexOf();
  const standards = index.standards
    .filter(({ questions }) => questions.some((one) => items[one.id]))
    .map((one) => one.id);
  const view = index.sheets.find((sheet) => sheet.id === "questions")?.roles[0] ?? SEVERAL;
  const blank = newEvaluation(index, { id: id || newId(), now: now(), sheet: "questions", view, standards });
  const evaluation = {
    ...blank,
    items: blank.items.map((item) => ({
      ...item,
      ...items[item.about],
      changed: items[item.about] ? blank.updated : "",
    })),
  };
  return { evaluation, text: writeFile(evaluation), name: fileName(index, evaluation, ".json", today()) };
}
