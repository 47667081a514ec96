/** The screen for one component: where we are, how we know, what next. */
import { element } from "../shared/dom.js";
import { actionList } from "./actions-field.js";
import { evidenceList } from "./evidence-field.js";
import { area, button, check, line, link, radios } from "./inputs.js";
import { isWritten, scopeOf, viewTitle } from "./model.js";
import { here, partOf } from "./parts.js";
import { back } from "./screen-about.js";
import { changeItem, opened } from "./session.js";
import { standardTitle } from "./words.js";

const OTHER = ["not-enough-evidence", "does-not-apply"];

export async function componentScreen(index, evaluation, about) {
  const scope = scopeOf(index, evaluation);
  const group = scope.find(({ subjects }) => subjects.some(({ id }) => id === about));
  if (!group)
    return {
      title: "That part is not in this evaluation",
      above: [back(`#e/${evaluation.id}`, "Overview")],
      nodes: [],
    };
  const { standard } = group;
  const words = (await partOf(standard.id)).components[about];
  const component = standard.components.find(({ id }) => id === about);
  const at = group.subjects.indexOf(component);
  const item = () => opened().items.find((one) => one.about === about);
  const set = (name, value) => changeItem(about, (one) => ({ ...one, [name]: value }));
  const reminder = element("p", { role: "status", class: "note", hidden: true });
  const rest = element("div", {}); // hidden if the component does not apply
  const remind = () => {
    const { state, rating, strengths, improve, evidence, actions } = item();
    rest.hidden = state === "does-not-apply" && !(strengths || improve || evidence.length || actions.length);
    reminder.hidden = !(
      index.scale.find(({ number }) => number === rating)?.asks_for_evidence && !evidence.some(isWritten)
    );
    reminder.textContent =
      "You have chosen a high rating but not given any evidence yet. Say below how you know. You can carry on without it.";
  };
  const nodes = [
    element(
      "p",
      { class: "eyebrow" },
      `Part ${at + 1} of ${group.subjects.length}. Standard ${standardTitle(standard)}`,
    ),
    element("p", {}, words.text),
    words.ours ? element("p", { class: "small" }, element("strong", {}, "Ours. "), words.ours) : null,
    element(
      "div",
      { class: "two" },
      element(
        "div",
        { class: "very-good" },
        element("h3", {}, "Very good looks like"),
        element("p", {}, words.very_good),
      ),
      element("div", { class: "weak" }, element("h3", {}, "Weak looks like"), element("p", {}, words.weak)),
    ),
    reworded(item(), component, about),
    said(index, item()),
    element("h3", {}, "How are we doing?"),
    rating(index, item, about, remind),
    reminder,
    rest,
    around(evaluation, group, at, scope),
  ];
  rest.append(
    area("Strengths", item().strengths, (value) => set("strengths", value)),
    area("What to improve", item().improve, (value) => set("improve", value)),
    check("This is one of our priorities", item().priority, (value) => set("priority", value), {
      hint: "Choose about three in all. The report begins with them.",
    }),
    element("h3", {}, "How do we know?"),
    evidenceList(index, item, about, words, standard, remind),
    line("Who took part in this", item().took_part, (value) => set("took_part", value), {
      hint: "Roles, not names.",
    }),
    element("h3", {}, "What will we do next?"),
    actionList(index, item, about),
  );
  remind();
  return { title: component.title, above: [back(`#e/${evaluation.id}`, "Overview")], nodes };
}

/** The rating scale and the other states. Nothing is chosen at first, and a choice can be undone. */
function rating(index, item, about, then) {
  const box = element("div", {});
  const draw = () => {
    const { state, rating: number, reason } = item();
    const steps = [
      ...index.scale.map((step) => ({
        id: String(step.number),
        title: `${step.number} ${step.name}`,
        meaning: step.meaning,
      })),
      ...OTHER.map((id) => index.states.find((one) => one.id === id)),
    ];
    const chosen = state === "rated" ? String(number) : state;
    const why = area(
      state === "does-not-apply" ? "Why does it not apply?" : "Why?",
      reason,
      (value) => changeItem(about, (one) => ({ ...one, reason: value })),
      { rows: 2 },
    );
    const choose = (id) => {
      const states = OTHER.includes(id) ? { state: id, rating: null } : { state: "rated", rating: Number(id) };
      changeItem(about, (one) => ({ ...one, ...states }));
      why.firstChild.textContent = id === "does-not-apply" ? "Why does it not apply?" : "Why?";
      clear.hidden = false;
      then();
    };
    const clear = button(
      "Clear the choice",
      () => {
        changeItem(about, (one) => ({ ...one, state: "not-looked-at", rating: null }));
        draw();
        box.querySelector("input").focus();
        then();
      },
      { "data-changes": true },
    );
    clear.hidden = state === "not-looked-at";
    box.replaceChildren(
      radios("Where are you now? Choose what fits best.", chosen, steps, choose),
      element("p", { class: "buttons" }, clear),
      why,
    );
  };
  draw();
  return box;
}

/** A note if the text has changed since the item was filled in. */
function reworded(item, { code }, about) {
  if (!item.code || item.code === code) return null;
  const note = element(
    "div",
    { class: "note" },
    element("p", {}, "The words of this part have changed since you last wrote about it. Read it again."),
    button(
      "We have looked at it again",
      () => {
        changeItem(about, (one) => ({ ...one, code }));
        note.remove();
      },
      { "data-changes": true },
    ),
  );
  return note;
}

/** What each of the files said from which this evaluation was made. */
function said(index, { views = [] }) {
  if (!views.length) return null;
  const lines = views.map(({ title, view, said: words }) =>
    element("li", {}, element("strong", {}, `${title || viewTitle(index, view)} (${viewTitle(index, view)}): `), words),
  );
  return element("div", { class: "views" }, element("h3", {}, "What each view said"), element("ul", {}, lines));
}

function around({ id }, { standard, subjects }, at, scope) {
  const all = scope.flatMap((group) => group.subjects.map((subject) => ({ id: subject.id, of: group.standard })));
  const place = all.findIndex((one) => one.id === subjects[at].id);
  const to = (one, words) =>
    one
      ? link(`${words}${one.of === standard ? "" : `, Standard ${one.of.number}`}`, `#e/${id}/c/${one.id}`, {
          class: "button",
        })
      : null;
  return element(
    "nav",
    { class: "buttons", "aria-label": "Parts" },
    to(all[place - 1], "Previous part"),
    to(all[place + 1], "Next part"),
    link("Overview", `#e/${id}`, { class: "button" }),
    link("The form to print", here(`/self-evaluation/${standard.id}/`)),
  );
}
