/** A new evaluation put together from several: to be rated anew, with what each of them said beside it. */
import { inOrder, merge } from "./merge.js";
import { mergedActions } from "./merged-actions.js";
import { LONGEST, newEvaluation, viewTitle } from "./model.js";
import { withPeople } from "./people.js";
import { ratingTitle, titleOf } from "./words.js";

/**
 * Nothing is rated in it. It holds the evidence and actions of all, each once, what people answered in easy read, and under `views` what each file said of
 * each component. The files themselves stay as they are. `id` and `now` are those of the new one.
 */
export function together(index, evaluations, { id, now, title }) {
  const files = inOrder(index, evaluations).filter(({ sheet }) => sheet === "components");
  const standards = index.standards
    .map((one) => one.id)
    .filter((one) => files.some((file) => file.standards.includes(one)));
  const log = [
    { on: now, what: `Put together from: ${files.map((file) => file.title || file.id).join("; ")}`.slice(0, LONGEST) },
  ];
  const made = newEvaluation(index, { id, now, title, standards, log });
  const rows = new Map(
    merge(index, evaluations).standards.flatMap(({ rows: own }) => own.map((row) => [row.component.id, row])),
  );
  const actions = mergedActions(files);
  const items = made.items.map((item) => {
    const row = rows.get(item.about);
    if (!row) return item;
    const said = files
      .map((file) => ({ file, item: file.items.find(({ about }) => about === item.about) }))
      .filter(({ item: own }) => own);
    return {
      ...item,
      strengths: joined(said, "strengths"),
      improve: joined(said, "improve"),
      evidence: withOwnIds(row.evidence.map(({ files: from, ...one }) => one)),
      actions: actions.filter(({ about }) => about === item.about).map(({ about, files: from, others, ...one }) => one),
      views: said.map(({ file, item: own }) => ({
        file: file.id,
        title: file.title,
        view: file.view,
        said: inWords(index, own),
      })),
    };
  });
  const people = inOrder(index, evaluations).filter(({ sheet }) => sheet === "questions");
  return withPeople(index, { ...made, items }, people).evaluation;
}

/** What all say under one heading, each text once. */
const joined = (said, name) =>
  [...new Set(said.map(({ item }) => item[name]).filter(Boolean))].join("\n\n").slice(0, LONGEST);

/** Two files may have given different evidence the same id. */
function withOwnIds(evidence) {
  const taken = new Set();
  return evidence.map((one) => {
    let id = one.id;
    for (let number = 2; taken.has(id); number += 1) id = `${one.id.slice(0, 90)}.${number}`;
    taken.add(id);
    return { ...one, id };
  });
}

/** What an item says of a component, with its reason: `4, Good: Most files show it.` */
export function inWords(index, item) {
  const state = item.state === "rated" ? ratingTitle(index, item.rating) : titleOf(index.states, item.state);
  return (item.reason ? `${state}: ${item.reason}` : state).slice(0, LONGEST);
}

/** A name for the new evaluation, from the names of those that it comes from. */
export const togetherTitle = (index, evaluations) =>
  `Together: ${[...new Set(inOrder(index, evaluations).map(({ title, view }) => title || viewTitle(index, view)))].join(", ")}`.slice(
    0,
    200,
  );
