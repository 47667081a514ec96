/**
 * A person's answers in easy read as the tab keeps them, so that they are there on every page of questions:
 * `{id, items: {component: {answer, note}}}`, where `id` is that of the file they were saved in, if there is one.
 */
import { recallInTab, rememberInTab } from "../shared/store.js";

const NAME = "my-answers";

export const noAnswers = () => ({ id: "", items: {} });

/** What this tab keeps. Whatever cannot be read is none. */
export function answersInTab() {
  try {
    const { id, items } = JSON.parse(recallInTab(NAME));
    if (typeof id === "string" && items && typeof items === "object") return { id, items };
  } catch {
    // Nothing is kept yet
  }
  return noAnswers();
}

/** Keeps answers in this tab. False where the browser refuses. */
export const keepInTab = (answers) => rememberInTab(NAME, answers.id || isSaid(answers) ? JSON.stringify(answers) : "");

/** Whether anything is answered. */
export const isSaid = ({ items }) => Object.values(items).some(({ answer, note }) => answer || note);

/** The answers of a file, to carry on with. */
export const answersOf = ({ id, items, kept }) => ({
  id,
  items: Object.fromEntries(
    [...kept, ...items]
      .filter(({ answer, note }) => answer || note)
      .map(({ about, answer, note }) => [about, { answer, note }]),
  ),
});

/** Whether `next` in the place of `before` would lose an answer. */
export const wouldLose = (before, next) =>
  Object.entries(before.items).some(
    ([about, { answer, note }]) =>
      (answer || note) && !(next.items[about]?.answer === answer && next.items[about]?.note === note),
  );
