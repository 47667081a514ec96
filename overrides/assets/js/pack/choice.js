/**
 * Selects what goes into a pack from the data of a standard. `choice` is `{roles, stages, situations, actions,
 * standards}`: `roles` are `{id, title, sheet}` (all roles if none is chosen), `situations` are fetched parts, and
 * `standards` says whether a standard is chosen.
 */

const TOOLS_AT_LEAST = 6; // how many tools are named if none is linked to a chosen statement

/** Whether single statements are chosen: by a stage, a situation, or their ids. */
export const narrowed = ({ stages, situations, actions }) => stages.length + situations.length + actions.length > 0;

/**
 * The statements of a standard: those of the chosen roles at the chosen stages or situations, and those chosen by id,
 * of any role.
 */
export function statements(part, choice) {
  const { roles, stages, situations, actions } = choice;
  const all = !narrowed(choice);
  const ofRole = ({ role }) => roles.some(({ id }) => id === role);
  const there = (one) =>
    stages.some((id) => one.stages.includes(id)) || situations.some((situation) => situation.actions.includes(one.id));
  return part.statements.filter((one) => actions.includes(one.id) || (ofRole(one) && (all || there(one))));
}

/**
 * The tools of a standard for the chosen roles: those linked to one of the statements or, without any, a few of them
 * and the number of the rest. If statements are chosen by id, only tools linked to them.
 */
export function tools(part, choice) {
  const chosen = new Set(statements(part, choice).map((statement) => statement.id));
  const all = part.tools.filter((tool) => tool.roles.some((id) => choice.roles.some((role) => role.id === id)));
  const tied = part.tools.filter((tool) => tool.actions.some((id) => chosen.has(id)));
  const named = tied.length || narrowed(choice) ? tied : all.slice(0, TOOLS_AT_LEAST);
  return { named, more: narrowed(choice) ? 0 : all.length - named.length };
}

/** The provisions that the statements cite and, unless single statements are chosen, those that no statement cites. */
export function law(part, choice) {
  const chosen = new Set(statements(part, choice).map(({ id }) => id));
  return part.law.filter(({ actions }) => (actions.length ? actions.some((id) => chosen.has(id)) : !narrowed(choice)));
}

/** Whether the pack has a standard as a whole: what it asks, its words to say, its easy-read page. */
export const whole = (choice) => choice.standards || !narrowed(choice);
