/**
 * What a choice takes from the part of a standard. `choice` is `{roles, stages, situations, actions, standards}`: roles
 * are `{id, title, sheet}`, all of them where none is chosen; `situations` are parts; `standards` says whether one is chosen.
 */

const TOOLS_AT_LEAST = 6; // how many tools are named when none is tied to a chosen statement

/** Whether single statements are chosen: by a stage, by a situation or by their ids. */
export const narrowed = ({ stages, situations, actions }) => stages.length + situations.length + actions.length > 0;

/** The statements of a standard: those of the roles at a stage or in a situation, and those named one by one whosever they are. */
export function statements(part, choice) {
  const { roles, stages, situations, actions } = choice;
  const all = !narrowed(choice);
  const ofRole = ({ role }) => roles.some(({ id }) => id === role);
  const there = (one) =>
    stages.some((id) => one.stages.includes(id)) || situations.some((situation) => situation.actions.includes(one.id));
  return part.statements.filter((one) => actions.includes(one.id) || (ofRole(one) && (all || there(one))));
}

/**
 * The tools of a standard for the chosen roles: those tied to one of the statements, or else a few, and how many there
 * are besides. Where statements are chosen one by one, only tools tied to them.
 */
export function tools(part, choice) {
  const chosen = new Set(statements(part, choice).map((statement) => statement.id));
  const all = part.tools.filter((tool) => tool.roles.some((id) => choice.roles.some((role) => role.id === id)));
  const tied = part.tools.filter((tool) => tool.actions.some((id) => chosen.has(id)));
  const named = tied.length || narrowed(choice) ? tied : all.slice(0, TOOLS_AT_LEAST);
  return { named, more: narrowed(choice) ? 0 : all.length - named.length };
}

/** The legal rules that the statements name, and, where not only some statements are chosen, those that no statement names. */
export function law(part, choice) {
  const chosen = new Set(statements(part, choice).map(({ id }) => id));
  return part.law.filter(({ actions }) => (actions.length ? actions.some((id) => chosen.has(id)) : !narrowed(choice)));
}

/** Whether a standard is told as a whole: what it asks, its words to say, its easy-read page. */
export const whole = (choice) => choice.standards || !narrowed(choice);
