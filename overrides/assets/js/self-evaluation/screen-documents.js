/** Screens that are documents: the report, the actions, several evaluations side by side, two of different dates. */
import { element } from "../shared/dom.js";
import { sheetsOf } from "./blocks.js";
import { compareReport } from "./compare-report.js";
import { keep, newId, now, today } from "./device.js";
import { button } from "./inputs.js";
import { textsOf } from "./parts.js";
import { reportOf } from "./report.js";
import { actionBlocks } from "./report-answers.js";
import { back } from "./screen-about.js";
import { open, opened } from "./session.js";
import { shownBlocks } from "./show-blocks.js";
import { sideReport } from "./side-report.js";
import { documentBar, takeBar } from "./take-away.js";
import { together, togetherTitle } from "./together.js";

const shown = (blocks) => element("article", { class: "report" }, shownBlocks(blocks));
const toList = [back("#list", "Your self-evaluations")];

export async function reportScreen(index, evaluation) {
  const [title, ...blocks] = reportOf(index, evaluation, await textsOf(index, evaluation), today());
  return {
    title: title.lines[0],
    above: [back(`#e/${evaluation.id}`, "Overview")],
    nodes: [takeBar(index, opened), shown(blocks)],
  };
}

export async function actionsScreen(index, evaluation) {
  const [, ...blocks] = actionBlocks(index, evaluation, await textsOf(index, evaluation), today());
  return { title: "Actions by date", above: [back(`#e/${evaluation.id}`, "Overview")], nodes: [shown(blocks)] };
}

/** Several evaluations side by side, with the button to make a joint one. */
export async function togetherScreen(index, some) {
  const blocks = sideReport(index, some, await textsOf(index, ...some), today());
  const rated = some.filter(({ sheet }) => sheet === "components");
  const make = button(
    "Start a joint evaluation from these",
    () => {
      const made = together(index, some, { id: newId(), now: now(), title: togetherTitle(index, some) });
      open(made, { refused: !keep(made) });
      location.hash = `e/${made.id}`;
    },
    { class: "button button-first" },
  );
  return {
    title: "Side by side",
    above: toList,
    nodes: [
      rated.length
        ? element(
            "p",
            { class: "buttons" },
            make,
            element(
              "span",
              { class: "small" },
              "This makes a new evaluation with everybody’s evidence and actions. It has no ratings, so that you can agree on them together. The others stay as they are.",
            ),
          )
        : null,
      bar("side-by-side", blocks),
      shown(blocks.slice(1)),
    ],
  };
}

/** Two evaluations of different dates. */
export async function compareScreen(index, some) {
  const blocks = compareReport(index, some[0], some[1], await textsOf(index, ...some));
  return {
    title: "What has changed over time",
    above: toList,
    nodes: [bar("over-time", blocks), shown(blocks.slice(1))],
  };
}

function bar(name, blocks) {
  return documentBar({
    name: (ending) => `self-evaluation-${name}-${today()}${ending}`,
    blocks: async () => blocks,
    tables: async () => sheetsOf(blocks),
  });
}
