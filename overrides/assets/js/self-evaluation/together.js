/** A new evaluation put together from several: to be rated anew, with what each of them said beside it. */
import { eachOnce, inOrder, merge, piecesOf } from "./merge.js";
import { mergedActions } from "./merged-actions.js";
import { blankAction, blankItem, LONGEST, newEvaluation, viewTitle } from "./model.js";
import { withPeople } from "./people.js";
import { statementsTitle, statusOf } from "./words.js";

/**
 * Nothing is rated in it. It holds the evidence and actions of all, each once, what people answered in easy read, and under `views` what each file said of
 * each component. What is kept about parts of another edition stays kept. What a sheet says of a statement stands with the component that the statement is about. The files themselves stay as they are.
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
  const components = new Map(
    index.standards.flatMap(({ statements }) => statements.map(({ id: one, component }) => [one, component])),
  );
  const actions = plannedIn(index, files, components);
  const kept = keptIn(files, components);
  const filled = (item) => {
    const row = rows.get(item.about);
    const over = kept.get(item.about) ?? [];
    const said = [
      ...files.flatMap((file, at) => (row?.cells[at] ? [saidIn(index, file, row.cells[at])] : [])),
      ...over.map(({ file, item: one }) => saidKept(index, file, one)),
    ];
    const evidence = eachOnce([
      { file: "", evidence: row?.evidence ?? [] },
      ...over.map(({ file, item: one }) => ({ file: file.id, evidence: piecesOf(file.sheet, one) })),
    ]);
    return {
      ...item,
      strengths: joined(said, "strengths"),
      improve: joined(said, "improve"),
      evidence: withOwnIds(evidence.map(({ files: from, ...one }) => one)),
      actions: withOwnIds(actions.get(item.about) ?? []),
      views: said.map(({ file, words }) => ({ file: file.id, title: file.title, view: file.view, said: words })),
    };
  };
  const items = made.items.map(filled);
  const scope = new Set(items.map(({ about }) => about));
  const over = [...kept]
    .filter(([about]) => !scope.has(about))
    .map(([about, [{ item }]]) => filled(blankItem("components", about, item.about === about ? item.code : "")));
  return withPeople(index, { ...made, items, kept: over }, people).evaluation;
}

/** What the files keep, by the component that it is about; by the id of the part where this edition does not have it. */
function keptIn(files, components) {
  const found = new Map();
  for (const file of files) {
    for (const item of file.kept) {
      const about = components.get(item.about) ?? item.about;
      found.set(about, [...(found.get(about) ?? []), { file, item }]);
    }
  }
  return found;
}

/** The actions of all files by the component that they are about. The next step of a statement is an action that nobody has begun. */
function plannedIn(index, files, components) {
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
  [...new Set(said.map(({ item }) => item?.[name]).filter(Boolean))].join("\n\n").slice(0, LONGEST);

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

/** What a file says of a component, by the cell that it has beside the others. */
const saidIn = (index, file, cell) => ({
  file,
  item: cell.item,
  words: cell.state === "statements" ? statementsTitle(index, cell) : inWords(index, cell.item, file.sheet),
});

/** What a file says of something that it keeps. */
const saidKept = (index, file, item) => ({ file, item, words: inWords(index, item, file.sheet) });

/** What an item says, with its reason: `4, Good: Most files show it.` */
function inWords(index, item, sheet) {
  const state = statusOf(index, item, sheet);
  return (item.reason ? `${state}: ${item.reason}` : state).slice(0, LONGEST);
}

/** A name for the new evaluation, from the names of those that it comes from. */
export const togetherTitle = (index, evaluations) =>
  `Together: ${[...new Set(inOrder(index, evaluations).map(({ title, view }) => title || viewTitle(index, view)))].join(", ")}`.slice(
    0,
    200,
  );
