/**
 * Turns people's easy-read answers into evidence: all answers about a component in one piece, each person once. No
 * rating is changed.
 */
import { blankVoices } from "./earlier-files.js";
import { MOST_NOTES, MOST_VOICES } from "./model.js";

/**
 * `{evaluation, people, added, changed, again, left, full}`: the evaluation with the answers of some files in its
 * evidence; the number of people whose answers are new; and of their answers the numbers that were added, that replaced
 * an earlier one of the same person, that were there already, that were left out because they are about something else,
 * and that no longer fitted.
 */
export function withPeople(index, evaluation, files) {
  const kind = index.evidence_kinds.find((one) => one.from_people).id;
  const known = new Set(["", ...index.question_answers.map(({ id }) => id)]);
  const items = new Map(evaluation.items.map((item) => [item.about, item]));
  const counts = { added: 0, changed: 0, again: 0, left: 0, full: 0 };
  const people = new Set();
  for (const file of files) {
    for (const { about, answer, note } of answersIn(file)) {
      const voice = { file: file.id, answer, note, on: file.updated.slice(0, 10) };
      const [how, evidence] = known.has(answer) ? put(items.get(about), voice, kind) : ["left"];
      counts[how] += 1;
      if (how === "added") people.add(file.id);
      if (evidence) items.set(about, { ...items.get(about), evidence });
    }
  }
  return {
    evaluation: { ...evaluation, items: evaluation.items.map(({ about }) => items.get(about)) },
    people: people.size,
    ...counts,
  };
}

/** The answers in a file, including stored ones about standards out of scope and about another edition. */
export function answersIn({ items, kept }) {
  const said = items.filter(({ answer, note }) => answer || note);
  const here = new Set(said.map(({ about }) => about));
  return [...said, ...kept.filter(({ about, answer, note }) => (answer || note) && !here.has(about))];
}

/** Adds an answer about `item` to its evidence. Returns what happened, and the new evidence if it changed. */
function put(item, voice, kind) {
  if (!item) return ["left"];
  const { evidence } = item;
  const own = ({ file }) => file === voice.file;
  const holder = evidence.find(({ voices = [] }) => voices.some(own));
  if (holder) {
    const before = holder.voices.find(own);
    const alike = before.answer === voice.answer && before.note === voice.note;
    if (alike || before.on > voice.on) return ["again"];
    return [
      "changed",
      replaced(evidence, holder, { ...holder, voices: holder.voices.map((one) => (own(one) ? voice : one)) }),
    ];
  }
  const open = evidence.filter(({ voices }) => voices && voices.length < MOST_VOICES);
  const piece = open.find((one) => one.kind === kind) ?? open[0]; // in a file, people's answers may have another kind
  if (piece) return ["added", replaced(evidence, piece, { ...piece, voices: [...piece.voices, voice] })];
  if (evidence.length >= MOST_NOTES || evidence.some(({ voices }) => voices)) return ["full"];
  return ["added", [...evidence, { ...blankVoices(kind), voices: [voice] }]];
}

const replaced = (all, old, one) => all.map((each) => (each === old ? one : each));
