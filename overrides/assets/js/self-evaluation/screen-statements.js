/** The statements of one standard for a role: in place, under way, not yet; with evidence and next step. */
import { element } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { area, button, day, line, link, radios } from "./inputs.js";
import { scopeOf } from "./model.js";
import { here, partOf } from "./parts.js";
import { back } from "./screen-about.js";
import { changeItem, opened } from "./session.js";
import { standardTitle } from "./words.js";

export async function statementsScreen(index, evaluation, id) {
  const scope = scopeOf(index, evaluation);
  const at = scope.findIndex(({ standard }) => standard.id === id);
  const above = [back(`#e/${evaluation.id}`, "Overview")];
  if (at < 0) return { title: "This standard is not in this evaluation", above, nodes: [] };
  const { standard, subjects } = scope[at];
  const part = await partOf(standard.id);
  const nodes = [
    element(
      "p",
      {},
      `${count(subjects.length, "statement")}. Say whether each one is in place where you work, under way or not there yet.`,
    ),
    ...subjects.map((subject, place) => sheet(index, subject, part.statements[subject.id], place)),
    element(
      "nav",
      { class: "buttons", "aria-label": "Standards" },
      to(evaluation, scope[at - 1], "Previous"),
      to(evaluation, scope[at + 1], "Next"),
      link("Overview", `#e/${evaluation.id}`, { class: "button" }),
    ),
  ];
  return { title: `Standard ${standardTitle(standard)}`, above, nodes };
}

const to = ({ id }, group, words) =>
  group
    ? link(`${words}: Standard ${standardTitle(group.standard)}`, `#e/${id}/s/${group.standard.id}`, {
        class: "button",
      })
    : null;

function sheet(index, { id, code }, words, place) {
  const item = () => opened().items.find(({ about }) => about === id);
  const set = (name) => (value) => changeItem(id, (one) => ({ ...one, [name]: value }));
  const box = element("section", { class: "statement-sheet" });
  const draw = () => {
    const { answer, evidence, next_step: next, who, by } = item();
    const clear = button(
      "Clear the answer",
      () => {
        set("answer")("");
        draw();
        box.querySelector("input").focus();
      },
      { "data-changes": true },
    );
    clear.hidden = !answer;
    const legend = element("span", {}, `${place + 1}. ${words.text}`);
    box.replaceChildren(
      radios(legend, answer, index.statement_answers, (value) => {
        set("answer")(value);
        clear.hidden = false;
      }),
      element("p", { class: "small" }, words.basis ? `${words.basis}. ` : "", link(`Statement ${id}`, here(words.url))),
      item().code && item().code !== code
        ? element("p", { class: "note" }, "The words of this statement have changed since you answered.")
        : "",
      element("p", { class: "buttons" }, clear),
      area("Our evidence", evidence, set("evidence"), { rows: 2 }),
      area("Next step", next, set("next_step"), { rows: 2 }),
      element(
        "div",
        { class: "fields" },
        line("Who does it (a role, not a name)", who, set("who")),
        day("By when", by, set("by")),
      ),
    );
  };
  draw();
  return box;
}
