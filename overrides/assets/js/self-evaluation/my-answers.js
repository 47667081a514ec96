/**
 * A person's easy-read answers, stored in the tab for all pages of questions: `{id, items: {component: {answer,
 * note}}}`. `id` is that of the file in which they were saved, if any.
 */
import { recallInTab, rememberInTab } from "../shared/store.js";

const NAME = "my-answers";

export const noAnswers = () => ({ id: "", items: {} });

/** The stored answers. Unreadable data counts as none. */
export function answersInTab() {
  try {
    const { id, items } = JSON.parse(recallInTab(NAME));
    if (typeof id === "string" && items && typeof items === "object") return { id, items };
  } catch {
    // Nothing is stored
  }
  return noAnswers();
}

/** Stores the answers in this tab. Returns false if the browser refuses. */
export const keepInTab = (answers) => rememberInTab(NAME, answers.id || isSaid(answers) ? JSON.stringify(answers) : "");

/** Whether there is any answer. */
export const isSaid = ({ items }) => Object.values(items).some(({ answer, note }) => answer || note);

/** The answers of a file, to continue with. */
export const answersOf = ({ id, items, kept }) => ({
  id,
  items: Object.fromEntries(
    [...kept, ...items]
      .filter(({ answer, note }) => answer || note)
      .map(({ about, answer, note }) => [about, { answer, note }]),
  ),
});

/** Whether replacing `before` by `next` would lose an answer. */
export const wouldLose = (before, next) =>
  Object.entries(before.items).some(
    ([about, { answer, note }]) =>
      (answer || note) && !(next.items[about]?.answer === answer && next.items[about]?.note === note),
  );
