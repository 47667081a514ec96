/** People's answers in easy read as evidence: one piece for each answer, so that none is counted twice. Nothing is rated by it. */
import { MOST_NOTES } from "./model.js";

/**
 * `{evaluation, pieces, again, left}`: the evaluation with the answers of some files among its evidence, how many were
 * added, were there already, and were left out because they are about something else or no answer was chosen.
 */
export function withPeople(index, evaluation, files) {
  const kind = index.evidence_kinds.find((one) => one.from_people).id;
  const answers = new Set(index.question_answers.map(({ id }) => id));
  const items = new Map(evaluation.items.map((item) => [item.about, item]));
  let [pieces, again, left] = [0, 0, 0];
  for (const file of files) {
    for (const { about, answer, note } of file.items) {
      const item = items.get(about);
      if (!answer) continue;
      if (!item || !answers.has(answer) || item.evidence.length >= MOST_NOTES) {
        left += 1;
        continue;
      }
      const id = pieceId(file.id, about);
      if (item.evidence.some((one) => one.id === id)) {
        again += 1;
        continue;
      }
      pieces += 1;
      items.set(about, {
        ...item,
        evidence: [
          ...item.evidence,
          { id, kind, note, on: file.updated.slice(0, 10), ref: "", answers: { [answer]: 1 } },
        ],
      });
    }
  }
  return {
    evaluation: { ...evaluation, items: evaluation.items.map(({ about }) => items.get(about)) },
    pieces,
    again,
    left,
  };
}

/** The id of the piece of evidence that an answer becomes: by it, `merge.js` knows the file that it came from. */
const pieceId = (file, about) => `${file}--${about}`.slice(0, 100);
