/** The form for actions of a component: what, who, by when, how we will know, and progress. */
import { element } from "../shared/dom.js";
import { newId, now, today } from "./device.js";
import { area, button, choice, day, line } from "./inputs.js";
import { blankAction, isOverdue } from "./model.js";
import { changeItem } from "./session.js";

export function actionList(index, item, about) {
  const list = element("div", {});
  const said = element("p", { role: "status", class: "said" });
  const set = (make) => changeItem(about, (one) => ({ ...one, actions: make(one.actions) }));
  // By position, which each rendering assigns anew, because in a file two actions can have the same id
  const edit = (at, name, value) =>
    set((actions) => actions.map((one, place) => (place === at ? { ...one, [name]: value, changed: now() } : one)));
  const draw = () => list.replaceChildren(...item().actions.map(fields));
  const fields = (action, at) => {
    const late = element("p", { class: "small late" });
    const tell = () => {
      const one = item().actions[at];
      late.textContent =
        one && isOverdue(index, one, today()) ? "Overdue: the day has passed and the action is not done." : "";
    };
    const change = (name) => (value) => {
      edit(at, name, value);
      tell();
    };
    tell();
    return element(
      "fieldset",
      { class: "piece" },
      element("legend", {}, `Action ${at + 1}`),
      area("What will we do?", action.what, change("what"), { rows: 2 }),
      element(
        "div",
        { class: "fields" },
        line("Who does it (a role, not a name)", action.role, change("role")),
        day("By when", action.by, change("by")),
        choice("Status", action.status, index.statuses, change("status")),
      ),
      late,
      line("How will we know that it worked?", action.how_known, change("how_known")),
      element(
        "p",
        { class: "buttons" },
        button("Remove this action", () => remove(at), { "data-changes": true }),
      ),
    );
  };
  const remove = (at) => {
    const gone = item().actions[at];
    set((actions) => actions.toSpliced(at, 1));
    draw();
    const undo = button("Put it back", () => {
      set((actions) => actions.toSpliced(at, 0, gone));
      draw();
      said.replaceChildren("It is back.");
      list.children[at]?.querySelector("textarea").focus();
    });
    said.replaceChildren("Removed. ", undo);
    undo.focus();
  };
  const add = () => {
    set((actions) => [...actions, { ...blankAction(newId(), index.statuses[0].id), changed: now() }]);
    draw();
    list.lastChild?.querySelector("textarea").focus();
  };
  draw();
  return element(
    "div",
    {},
    list,
    said,
    element("p", { class: "buttons" }, button("Add an action", add, { "data-changes": true })),
  );
}
