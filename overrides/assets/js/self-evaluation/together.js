/** A new evaluation put together from several: to be rated anew, with what each of them said beside it. */
import { eachOnce, inOrder, leansOf, merge, piecesOf } from "./merge.js";
import { mergedActions } from "./merged-actions.js";
import { blankAction, blankItem, LONGEST, MOST_NOTES, newEvaluation, viewTitle } from "./model.js";
import { answersIn, withPeople } from "./people.js";
import { aboutTitle, evaluationTitle, statementsTitle, statusOf } from "./words.js";

/**
 * Nothing is rated in it. It holds what all say, each thing once: evidence, actions, strengths, what to improve,
 * priorities and who took part; what people answered in easy read, also about standards that nobody else looked at;
 * and under `views` what each file said of each component. What a sheet says of a statement stands with the component
 * that the statement is about. What is kept about parts of another edition stays kept. The files stay as they are.
 * `id` and `now` are those of the new one.
 */
export function together(index, evaluations, { id, now, title }) {
  const { columns: files, people, standards: groups } = merge(index, evaluations);
  const all = [...files, ...people];
  const heard = new Set(people.flatMap((file) => answersIn(file).map(({ about }) => about)));
  const standards = index.standards
    .filter(
      (one) =>
        files.some((file) => file.standards.includes(one.id)) || one.components.some((part) => heard.has(part.id)),
    )
    .map((one) => one.id);
  const log = [
    { on: now, what: `Put together from: ${all.map((file) => file.title || file.id).join("; ")}`.slice(0, LONGEST) },
  ];
  const made = newEvaluation(index, { id, now, title, standards, log, ...aboutAll(index, all) });
  const rows = new Map(groups.flatMap(({ rows: own }) => own.map((row) => [row.component.id, row])));
  const components = new Map(
    index.standards.flatMap(({ statements }) => statements.map(({ id: one, component }) => [one, component])),
  );
  const actions = plannedIn(index, files, components);
  const kept = keptIn(files, components);
  const cut = new Set(); // what is about this has more words than a field can hold
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
    const words = {
      strengths: joined(said, "strengths"),
      improve: joined(said, "improve"),
      took_part: joined(said, "took_part", "; "),
    };
    if (Object.values(words).some((text) => text.length > LONGEST)) cut.add(item.about);
    return {
      ...item,
      ...Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text.slice(0, LONGEST)])),
      priority: said.some(({ item: one }) => one?.priority === true),
      evidence: withOwnIds(evidence.map(({ files: from, ...one }) => one)),
      actions: withOwnIds(actions.get(item.about) ?? []),
      views: viewsIn(said),
    };
  };
  const items = made.items.map(filled);
  const scope = new Set(items.map(({ about }) => about));
  const over = [...new Set([...kept.keys(), ...heard])]
    .filter((about) => !scope.has(about))
    .map((about) => filled(blankItem("components", about, codeOf(kept.get(about), about))));
  const whole = withPeople(index, { ...made, items: [...items, ...over] }, people).evaluation;
  return {
    ...whole,
    items: whole.items.slice(0, items.length),
    kept: whole.items.slice(items.length),
    log: [...log, ...[...cut].map((about) => ({ on: now, what: `${aboutTitle(index, about)}: ${TOO_LONG}` }))],
  };
}

const TOO_LONG =
  "what everyone wrote is too long for one field. The end of it is only in the files that this was put together from.";

/** Who took part in all, and the time that all of them cover. */
function aboutAll(index, all) {
  const who = all.filter((file) => file.took_part).map((file) => `${evaluationTitle(index, file)}: ${file.took_part}`);
  const [first] = all
    .map((file) => file.period_from)
    .filter(Boolean)
    .sort();
  const last = all
    .map((file) => file.period_to)
    .filter(Boolean)
    .sort()
    .at(-1);
  const period = { period_from: first ?? "", period_to: last ?? "" };
  return { took_part: who.join("; ").slice(0, LONGEST), ...period };
}

/** The code of the words that the first file which keeps something had before it. */
const codeOf = ([first] = [], about) => (first?.item.about === about ? first.item.code : "");

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
const joined = (said, name, between = "\n\n") =>
  [...new Set(said.map(({ item }) => item?.[name]).filter(Boolean))].join(between);

/** What each file said, and what one that was itself put together has of others. */
function viewsIn(said) {
  const own = said.map(({ file, words, state, rating, leans }) => ({
    file: file.id,
    title: file.title,
    view: file.view,
    said: words,
    state,
    rating,
    leans,
  }));
  const direct = new Set(own.map(({ file }) => file));
  const before = said.flatMap(({ item }) => item?.views ?? []).filter(({ file }) => !direct.has(file));
  const once = new Map([...own, ...before].map((view) => [JSON.stringify(view), view]));
  return [...once.values()].slice(0, MOST_NOTES);
}

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
  state: cell.state,
  rating: cell.rating,
  leans: cell.leans ?? "",
});

/** What a file says of something that it keeps. */
const saidKept = (index, file, item) => ({
  file,
  item,
  words: inWords(index, item, file.sheet),
  state: item.state ?? "statements",
  rating: item.rating ?? null,
  leans: leansOf(index, item) ?? "",
});

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
