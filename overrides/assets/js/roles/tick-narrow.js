/** The choices that narrow a tick list, and their effect. Everything is read from the role's page. */
import { element } from "../shared/dom.js";

const STAGES = "#by-stage ~ ul a"; // links to the same statements by stage

/**
 * The options besides "all" and "where to start": each standard in `parts`, and each stage, with its number of
 * statements.
 */
export function choices(parts) {
  const all = parts.flatMap(statements);
  const standards = parts.map((part) => {
    const title = part.querySelector("h2 a").textContent;
    return choice(part.dataset.part, title, title, statements(part).length);
  });
  const stages = [...document.querySelectorAll(STAGES)].map(({ hash, textContent: title }) =>
    choice(`stage:${hash.slice(1)}`, title, `Stage: ${title}`, all.filter((item) => isAt(item, title)).length),
  );
  return [
    ["One standard", standards],
    ["One stage", stages],
  ]
    .filter(([, some]) => some.length)
    .map(([label, some]) => element("optgroup", { label }, some));
}

const choice = (value, title, named, count) =>
  element("option", { value, "data-title": title, "data-named": named }, `${title} (${count})`);

const statements = (part) => [...part.querySelectorAll(".action")];

/** Whether a statement is for the stage with this title. */
const isAt = (item, title) => `, ${item.querySelector(".action-stages")?.textContent}, `.includes(`, ${title}, `);

/**
 * Shows one standard of a role's `parts`, one stage, where to start (the ids in `starts`), or all, as the chosen
 * `option` element says; and of these not the ones that `hides` returns true for. Returns the selected statements,
 * including hidden ones.
 */
export function narrowTo(parts, { value, dataset }, starts, hides) {
  const inside = (item) => {
    if (value.startsWith("stage:")) return isAt(item, dataset.title);
    return value !== "start" || starts.has(item.id);
  };
  const ofOne = parts.some((part) => part.dataset.part === value);
  const chosen = [];
  for (const part of parts) {
    const other = ofOne && part.dataset.part !== value;
    for (const item of statements(part)) {
      const holds = inside(item);
      if (holds && !other) chosen.push(item);
      item.hidden = !holds || hides(item);
    }
    part.hidden = other || !part.querySelector(".action:not([hidden])");
  }
  return chosen;
}
