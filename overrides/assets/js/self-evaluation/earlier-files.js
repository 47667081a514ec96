/** What files of earlier versions have otherwise -> as they have it today. Whatever else they hold stays as it stands. */

/** Version 1 had nobody for the next step of a statement. */
export const withWho = (item) =>
  Object.hasOwn(item, "next_step") && !Object.hasOwn(item, "who") ? { ...item, who: "" } : item;

/**
 * Version 1 had a piece of evidence for the answer of each person in easy read. They become the voices of one piece,
 * in the place of the first. `kind` is the kind of evidence that people's views are.
 */
export function withVoices(item, kind) {
  const evidence = Array.isArray(item.evidence) ? item.evidence : []; // that of a statement is a text
  const voices = evidence.map((piece) => voiceOf(piece, item.about, kind));
  const first = voices.findIndex(Boolean);
  if (first < 0) return item;
  const one = { ...blankVoices(kind), voices: voices.filter(Boolean) };
  return { ...item, evidence: evidence.flatMap((piece, at) => (at === first ? [one] : voices[at] ? [] : [piece])) };
}

/** A piece of evidence that holds what people answered in easy read, and as yet nothing. */
export const blankVoices = (kind) => ({ id: "people-in-easy-read", kind, note: "", on: "", ref: "", voices: [] });

/** What one person said, if a piece is just that; else null. Its id tells the file that it came from. */
function voiceOf({ id, kind, note, on, ref, answers, ...more }, about, people) {
  const given = Object.entries(answers ?? {});
  const ours = id.endsWith(`--${about}`) && kind === people && !ref && given.length === 1 && given[0][1] === 1;
  if (!ours || Object.keys(more).length) return null;
  return { file: id.slice(0, -`--${about}`.length), answer: given[0][0], note, on };
}
