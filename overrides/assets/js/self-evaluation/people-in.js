/** Adds what people answered in easy read to the open evaluation, from the files that they saved. */
import { element } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { chooser } from "./files-in.js";
import { withPeople } from "./people.js";
import { change, opened } from "./session.js";

/** Adds people's answers from files of the easy-read questions to the evidence of the open evaluation. */
export function peopleChooser(index) {
  const found = element("div", { "aria-live": "polite" });
  const choose = chooser(
    index,
    "Add people’s answers",
    "Files that people saved from the easy-read questions. Their answers become evidence next to your rating.",
    (read) => {
      const fine = read
        .filter(({ evaluation, newer }) => evaluation?.sheet === "questions" && !newer)
        .map(({ evaluation }) => evaluation);
      const lines = read
        .filter(({ evaluation }) => evaluation?.sheet !== "questions")
        .map(({ name, problems }) => `${name}: ${problems[0] ?? "These are not answers to the easy-read questions."}`);
      let added = { pieces: 0, left: 0 };
      if (fine.length)
        change((one) => {
          const made = withPeople(index, one, fine);
          added = made;
          return made.evaluation;
        });
      const left = added.left
        ? ` ${count(added.left, "answer")} about other standards or without a choice left out.`
        : "";
      const twice = added.again ? ` ${count(added.again, "answer")} already here.` : "";
      const nothingNew = added.again && !added.pieces;
      found.replaceChildren(
        element(
          "p",
          { role: "status" },
          nothingNew
            ? `Nothing new. ${added.again === 1 ? "1 answer is" : `${added.again} answers are`} here already.${left}`
            : fine.length
              ? `${count(added.pieces, "answer")} from ${count(fine.length, "file")} added.${twice}${left}`
              : "Nothing was added.",
        ),
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
