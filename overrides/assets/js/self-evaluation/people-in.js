/** Adds people's easy-read answers from their files to the open evaluation. */
import { element } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { chooser } from "./files-in.js";
import { withPeople } from "./people.js";
import { change, opened } from "./session.js";

/** The button that adds answers from files to the evidence of the open evaluation. */
export function peopleChooser(index) {
  const found = element("div", { "aria-live": "polite" });
  const choose = chooser(
    index,
    "Add people’s answers",
    "Choose files that people saved from the easy-read questions. Their answers become evidence next to your rating.",
    (read) => {
      const fine = read.filter(isFine).map(({ evaluation }) => evaluation);
      const lines = read.flatMap((one) => told(one).map((words) => `${one.name}: ${words}`));
      let made = null;
      if (fine.length)
        change((one) => {
          made = withPeople(index, one, fine);
          return made.evaluation;
        });
      found.replaceChildren(
        element("p", { role: "status" }, made ? inWords(made) : "Nothing was added."),
        lines.length
          ? element(
              "ul",
              {},
              lines.map((words) => element("li", {}, words)),
            )
          : "",
      );
    },
  );
  return opened()
    ? element(
        "section",
        { class: "people" },
        element("h3", {}, index.evidence_kinds.find((kind) => kind.from_people).title),
        choose,
        found,
      )
    : null;
}

const isFine = ({ evaluation, newer }) => evaluation?.sheet === "questions" && !newer;

/** The message about a file: what could not be read, or why nothing of it was added. */
function told(one) {
  if (isFine(one)) return one.problems;
  if (one.newer)
    return ["A newer version of this page saved it. Reload this page while you are online, and then open the file."];
  return one.evaluation || !one.problems.length ? ["These are not answers to the easy-read questions."] : one.problems;
}

/** The result of adding answers, in words. */
function inWords({ people, added, changed, again, left, full }) {
  const said = [
    added && `${count(added, "answer")} from ${count(people, "person", "people")} added.`,
    changed && `${count(changed, "answer")} changed to what the person said later.`,
    again &&
      (added || changed
        ? `${count(again, "answer")} already here.`
        : `Nothing new. ${again === 1 ? "1 answer is" : `${again} answers are`} here already.`),
    left && `${count(left, "answer")} left out, because ${left === 1 ? "it is" : "they are"} about other standards.`,
    full && `${count(full, "answer")} left out, because a part of this evaluation cannot hold any more.`,
    (added || changed) && "Read what people wrote before you share a report. It may say who somebody is.",
  ];
  return said.filter(Boolean).join(" ") || "There is no answer in the files you opened.";
}
