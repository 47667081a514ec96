/** A new evaluation put together from several: to be rated anew, with what each of them said beside it. */
import { inOrder, merge } from "./merge.js";
import { mergedActions } from "./merged-actions.js";
import { blankAction, LONGEST, newEvaluation, viewTitle } from "./model.js";
import { withPeople } from "./people.js";
import { ratingTitle, statementsTitle, titleOf } from "./words.js";

/**
 * Nothing is rated in it. It holds the evidence and actions of all, each once, what people answered in easy read, and under `views` what each file said of
 * each component. What a sheet says of a statement stands with the component that the statement is about. The files themselves stay as they are.
 * `id` and `now` are those of the new one.
 */
export function together(index, evaluations, { id, now, title }) {
  const { columns: files, people, standards: groups } = merge(index, evaluations);
  const standards = index.standards
    .map((one) => one.id)
    .filter((one) => files.some((file) => file.standards.includes(one)));
  const log = [
    { on: now, what: `Put together from: ${files.map((file) => file.title || file.id).join("; ")}`.slice(0, LONGEST) },
  ];
  const made = newEvaluation(index, { id, now, title, standards, log });
  const rows = new Map(groups.flatMap(({ rows: own }) => own.map((row) => [row.component.id, row])));
  const actions = plannedIn(index, files);
  const items = made.items.map((item) => {
    const row = rows.get(item.about);
    if (!row) return item;
    const said = files.map((file, at) => ({ file, cell: row.cells[at] })).filter(({ cell }) => cell);
    return {
      ...item,
      strengths: joined(said, "strengths"),
      improve: joined(said, "improve"),
      evidence: withOwnIds(row.evidence.map(({ files: from, ...one }) => one)),
      actions: withOwnIds(actions.get(item.about) ?? []),
      views: said.map(({ file, cell }) => ({
        file: file.id,
        title: file.title,
        view: file.view,
        said: inWords(index, cell),
      })),
    };
  });
  return withPeople(index, { ...made, items }, people).evaluation;
}

/** The actions of all files by the component that they are about. The next step of a statement is an action that nobody has begun. */
function plannedIn(index, files) {
  const components = new Map(
    index.standards.flatMap(({ statements }) => statements.map(({ id, component }) => [id, component])),
  );
  const found = new Map();
  for (const { about, files: from, others, ...one } of mergedActions(files)) {
    const component = components.get(about) ?? about;
    const action = { ...blankAction(one.id, index.statuses[0].id), ...one };
    found.set(component, [...(found.get(component) ?? []), action]);
  }
  return found;
}

/** What all say under one heading, each text once. */
const joined = (said, name) =>
  [...new Set(said.map(({ cell }) => cell.item?.[name]).filter(Boolean))].join("\n\n").slice(0, LONGEST);

/** Two files may have given different evidence, or different actions, the same id. */
function withOwnIds(list) {
  const taken = new Set();
  return list.map((one) => {
    let id = one.id;
    for (let number = 2; taken.has(id); number += 1) id = `${one.id.slice(0, 90)}.${number}`;
    taken.add(id);
    return { ...one, id };
  });
}

/** What a file says of a component, with its reason: `4, Good: Most files show it.` */
function inWords(index, cell) {
  if (cell.state === "statements") return statementsTitle(index, cell);
  const state = cell.state === "rated" ? ratingTitle(index, cell.rating) : titleOf(index.states, cell.state);
  return (cell.item.reason ? `${state}: ${cell.item.reason}` : state).slice(0, LONGEST);
}

/** A name for the new evaluation, from the names of those that it comes from. */
export const togetherTitle = (index, evaluations) =>
  `Together: ${[...new Set(inOrder(index, evaluations).map(({ title, view }) => title || viewTitle(index, view)))].join(", ")}`.slice(
    0,
    200,
  );
