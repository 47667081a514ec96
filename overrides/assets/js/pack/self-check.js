/** The self-check form in a pack: for each chosen role its own sheet, with lines to write on by hand. */
import { element } from "../shared/dom.js";
import { statements } from "./choice.js";
import { address } from "./links.js";

/** `marks` are the words to choose from, by sheet: `{components, statements, questions}`, and the `note` above them. */
export function checkOf(part, choice, marks) {
  const sheets = new Set(choice.all ? ["components"] : choice.roles.map(({ sheet }) => sheet));
  const make = { components: componentsOf, statements: statementsOf, questions: questionsOf };
  const nodes = Object.keys(make).flatMap((sheet) =>
    sheets.has(sheet) ? make[sheet](part, choice, marks[sheet]) : [],
  );
  return nodes.length
    ? [marks.note ? element("p", { class: "pack-intro" }, marks.note) : null, ...nodes].filter(Boolean)
    : null;
}

const toMark = (words) =>
  element(
    "ul",
    { class: "pack-marks" },
    words.map((mark) => element("li", {}, mark)),
  );
const lines = (...words) => words.map((one) => element("p", { class: "pack-line" }, one));

function componentsOf(part, _choice, marks) {
  return part.components.map((one) =>
    element(
      "div",
      { class: "pack-component" },
      element("h5", { class: "pack-small" }, one.title),
      element("p", { class: "pack-meta" }, one.official ? `Component ${one.official}, in our words` : "Ours"),
      element("p", {}, one.text),
      element("p", {}, element("strong", {}, "Very good looks like: "), one.very_good),
      element("p", {}, element("strong", {}, "Weak looks like: "), one.weak),
      element("p", { class: "pack-ask" }, "Where are you now?"),
      toMark(marks),
      lines("How do you know?", "What next, who, and by when?"),
      element("p", { class: "pack-meta" }, address(one.url)),
    ),
  );
}

function statementsOf(part, choice, marks) {
  const roles = choice.roles.filter(({ sheet }) => sheet === "statements");
  return roles.flatMap((role) =>
    statements(part, {
      ...choice,
      roles: [role],
      actions: choice.actions.filter((id) => part.statements.some((one) => one.id === id && one.role === role.id)),
    }).map((one) =>
      element(
        "div",
        { class: "pack-component" },
        element("p", { class: "pack-ask" }, one.text),
        toMark(marks),
        lines("Our evidence", "Next step, who, and by when"),
      ),
    ),
  );
}

function questionsOf(part, _choice, marks) {
  return part.questions.map((question) =>
    element(
      "div",
      { class: "pack-component" },
      element("p", { class: "pack-ask" }, question),
      toMark(marks),
      lines("Do you want to say more?"),
    ),
  );
}
