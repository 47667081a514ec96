/** Makes the file that the self-evaluation page opens from a person's easy-read answers. */
import { keptUnder, newId, now, today } from "./device.js";
import { fitted, newEvaluation, SEVERAL } from "./model.js";
import { indexOf } from "./parts.js";
import { fileName, writeFile } from "./write-file.js";

/**
 * `{evaluation, text, name}` for the answers `{id, items}`, where `id` is that of a file saved earlier, if any. It
 * continues the evaluation that the device has under that id, so that its name and other fields stay.
 */
export async function answersFile({ id, items }) {
  const index = await indexOf();
  const before = begun(index, id);
  const standards = index.standards
    .filter((one) => before?.standards.includes(one.id) || one.questions.some((part) => items[part.id]))
    .map((one) => one.id);
  const view = index.sheets.find((sheet) => sheet.id === "questions")?.roles[0] ?? SEVERAL;
  const saved = now();
  const whole = before
    ? fitted({ ...before, standards, updated: saved, revision: before.revision + 1 }, index)
    : newEvaluation(index, { id: id || newId(), now: saved, sheet: "questions", view, standards });
  const evaluation = { ...whole, items: whole.items.map((item) => answered(item, items[item.about], saved)) };
  return { evaluation, text: writeFile(evaluation), name: fileName(index, evaluation, ".json", today()) };
}

/** The complete evaluation that the device has under an id; null if there is none. */
function begun(index, id) {
  const kept = id ? keptUnder(id, index) : null;
  return kept?.evaluation?.sheet === "questions" && !kept.damaged && !kept.newer ? kept.evaluation : null;
}

/** An item with its answer set. */
function answered(item, given = { answer: "", note: "" }, saved) {
  const same = item.answer === given.answer && item.note === given.note;
  return same ? item : { ...item, ...given, changed: saved };
}
