/** Converts the data of earlier file versions to the current one. Everything else is kept as it is. */

/** Version 1 had no person responsible for the next step of a statement. */
export const withWho = (item) =>
  Object.hasOwn(item, "next_step") && !Object.hasOwn(item, "who") ? { ...item, who: "" } : item;

/**
 * Version 1 had a piece of evidence for each person's easy-read answer. They become the `voices` of a single piece, in
 * the place of the first. `kind` is the id of the kind of evidence for people's views.
 */
export function withVoices(item, kind) {
  const evidence = Array.isArray(item.evidence) ? item.evidence : []; // the evidence of a statement is a text
  const voices = evidence.map((piece) => voiceOf(piece, item.about, kind));
  const first = voices.findIndex(Boolean);
  if (first < 0) return item;
  const one = { ...blankVoices(kind), voices: voices.filter(Boolean) };
  return { ...item, evidence: evidence.flatMap((piece, at) => (at === first ? [one] : voices[at] ? [] : [piece])) };
}

/** An empty piece of evidence for people's easy-read answers. */
export const blankVoices = (kind) => ({ id: "people-in-easy-read", kind, note: "", on: "", ref: "", voices: [] });

/**
 * What one person said, if a piece of evidence is only that; otherwise null. The piece's id gives the file that it came
 * from.
 */
function voiceOf({ id, kind, note, on, ref, answers, ...more }, about, people) {
  const given = Object.entries(answers ?? {});
  const ours = id.endsWith(`--${about}`) && kind === people && !ref && given.length === 1 && given[0][1] === 1;
  if (!ours || Object.keys(more).length) return null;
  return { file: id.slice(0, -`--${about}`.length), answer: given[0][0], note, on };
}
