/** Makes a joint evaluation from several: it has no ratings yet, but shows what each of the evaluations said. */
import { eachOnce, inOrder, leansOf, merge, piecesOf } from "./merge.js";
import { mergedActions } from "./merged-actions.js";
import { blankAction, blankItem, LONGEST, MOST_NOTES, newEvaluation, viewTitle } from "./model.js";
import { answersIn, withPeople } from "./people.js";
import { aboutTitle, evaluationTitle, statementsTitle, statusOf } from "./words.js";

/**
 * The new evaluation is unrated. It contains everything from all files, without duplicates: evidence, actions,
 * strengths, improvements, priorities and who took part; people's easy-read answers, also for standards that no other
 * file covers; and in `views` what each file said about each component. What a sheet of statements says goes to the
 * component that the statement is about. Items of another edition stay stored. The files are not changed. `id` and
 * `now` are the id and time of the new one.
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
  const cut = new Set(); // subjects for which the texts together exceed the length of a field
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

/** The names of all who took part, and the period that covers all. */
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

/** The hash of the text that the first file with a stored item had for it. */
const codeOf = ([first] = [], about) => (first?.item.about === about ? first.item.code : "");

/**
 * The stored items of the files, by the component that they are about or, if this edition does not have it, by their
 * own subject.
 */
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

/** The actions of all files by component. The next step of a statement becomes an action that has not been started. */
function plannedIn(index, files, components) {
  const found = new Map();
  for (const { about, files: from, others, ...one } of mergedActions(files)) {
    const component = components.get(about) ?? about;
    const action = { ...blankAction(one.id, index.statuses[0].id), ...one };
    found.set(component, [...(found.get(component) ?? []), action]);
  }
  return found;
}

/** The texts of all files for one field, without duplicates. */
const joined = (said, name, between = "\n\n") =>
  [...new Set(said.map(({ item }) => item?.[name]).filter(Boolean))].join(between);

/** The view of each file, and the views in a file that is itself a joint evaluation. */
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

/** Gives items with the same id new ids, because two files may use one id for different evidence or actions. */
function withOwnIds(list) {
  const taken = new Set();
  return list.map((one) => {
    let id = one.id;
    for (let number = 2; taken.has(id); number += 1) id = `${one.id.slice(0, 90)}.${number}`;
    taken.add(id);
    return { ...one, id };
  });
}

/** One file's view of a component, from its cell in the comparison. */
const saidIn = (index, file, cell) => ({
  file,
  item: cell.item,
  words: cell.state === "statements" ? statementsTitle(index, cell) : inWords(index, cell.item, file.sheet),
  state: cell.state,
  rating: cell.rating,
  leans: cell.leans ?? "",
});

/** One file's view from a stored item. */
const saidKept = (index, file, item) => ({
  file,
  item,
  words: inWords(index, item, file.sheet),
  state: item.state ?? "statements",
  rating: item.rating ?? null,
  leans: leansOf(index, item) ?? "",
});

/** An item with its reason: `4, Good: Most files show it.` */
function inWords(index, item, sheet) {
  const state = statusOf(index, item, sheet);
  return (item.reason ? `${state}: ${item.reason}` : state).slice(0, LONGEST);
}

/** A title for the new evaluation, made from the titles of the others. */
export const togetherTitle = (index, evaluations) =>
  `Together: ${[...new Set(inOrder(index, evaluations).map(({ title, view }) => title || viewTitle(index, view)))].join(", ")}`.slice(
    0,
    200,
  );
