/** The stored items of an evaluation that are out of its scope, as text: nothing that was written is left out. */
import { isWritten, peopleSaid, voicesOf } from "./model.js";
import { aboutTitle, evidenceTitle, longDay, peopleTitle, statusOf, titleOf, voiceTitle } from "./words.js";

/** Why an item is kept outside the scope. */
export const NOT_IN_SCOPE = "The part is not in this edition, or its standard is no longer in the evaluation.";

/**
 * Everything in an item as lines of text, the first with what it is about. `texts` are the words of statements and
 * questions by id.
 */
export function keptWords(index, item, sheet, texts = {}) {
  const lines = [
    ...(sheet === "components" ? componentLines(index, item) : []),
    ...(sheet === "statements" ? [named("Our evidence", item.evidence), named("Next step", stepWords(item))] : []),
    ...(sheet === "questions" ? [named("Note", item.note)] : []),
  ];
  return [`${aboutTitle(index, item.about, texts)}: ${statusOf(index, item, sheet)}`, ...lines.filter(Boolean)].join(
    "\n",
  );
}

const named = (name, words) => (words ? `${name}: ${words}` : "");
const listed = (...words) => words.filter(Boolean).join(", ");
const byDay = (by) => (by ? `by ${longDay(by)}` : "");
const stepWords = ({ next_step: what, who, by }) => listed(what, who, byDay(by));

function componentLines(index, item) {
  return [
    item.priority ? "Priority" : "",
    named("Why", item.reason),
    named("Strengths", item.strengths),
    named("To improve", item.improve),
    named("Who took part", item.took_part),
    ...item.evidence.filter(isWritten).flatMap((one) => evidenceLines(index, one)),
    ...item.actions.flatMap((one) => [
      named("Action", listed(one.what, one.role, byDay(one.by), titleOf(index.statuses, one.status))),
      named("How we will know", one.how_known),
    ]),
    ...(item.views ?? []).map(({ title, file, said }) => named(title || file, said)),
  ];
}

/** A piece of evidence, followed by what people wrote. */
function evidenceLines(index, one) {
  const what = listed(one.note, peopleTitle(index, peopleSaid([one])), longDay(one.on), one.ref);
  return [
    `Evidence. ${named(evidenceTitle(index, one.kind), what)}`.trim(),
    ...voicesOf([one])
      .filter(({ note }) => note)
      .map((voice) => voiceTitle(index, voice)),
  ];
}
