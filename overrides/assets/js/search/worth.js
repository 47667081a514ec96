/**
 * How much a record counts against others that meet as much of what was typed: by its kind, by the roles it is for, by
 * what is linked to it, and by whether its kind or its name was asked for. No page is needed here.
 */

// How much a kind counts against the others: what asks and explains stands before what is only referred to.
const KIND = {
  situations: 0.75,
  alignments: 0.85,
  sources: 0.8,
  pages: 0.8,
  drivers: 0.9,
  units: 0.8,
  easy_read: 0.9,
  provisions: 0.9,
  ask_for: 0.9,
};
export const OWN_ROLE = 1.3; // what is for the chosen role
const OTHER_ROLE = 0.6; // what is for other roles only, where one is chosen
const OWN_WORDS = 1.2; // where no role is chosen and someone asks for themselves: what is said to them, and easy read
const WANTED = 1.4; // a record of the kind that was asked for: a form, a tool
const LEANED_ON = 0.04; // for each power of e of records that are linked to it
const NAMED = 1.5; // what the record itself gains whose name was typed
// What explains a word or names a law answers what was typed less, the less of it that is. A statement that meets as
// much says what to do.
export const EXPLAINS = "terms";
const REFERRED = ["terms", "units", "sources", "pages"];
const REFERRED_PART = 0.5;
const NEARLY = 0.8; // what share of what was typed a word has to be, for its meaning to be what is asked for
const EXPLAINED = 0.85; // what explains a word, where more than its meaning is asked for

/**
 * What the score of a record is multiplied by. `covered`: the share that it meets of what was typed. `share`: that of
 * its name in it, if it was named. `wanted`: the kinds that were asked for. `roles`: the chosen roles. `mine`: the roles
 * of those who ask for themselves, where someone does and none is chosen.
 */
export function worth(one, { covered, share = 0, wanted, roles, mine }) {
  const referred = REFERRED.includes(one.of) ? Math.max(share, covered) ** REFERRED_PART : 1;
  return (
    (KIND[one.of] ?? 1) *
    (1 + LEANED_ON * one.linked) *
    (mine.length ? forMe(one, mine) : forRoles(one, roles)) *
    (explainsOnly(one, share, wanted) ? EXPLAINED : 1) *
    referred *
    (wanted.has(one.of) ? WANTED : 1) *
    (1 + NAMED * share ** 2)
  );
}

/** Whether something only explains a word, where more was typed than that word and its meaning is not asked for. */
export const explainsOnly = (one, share, wanted) => one.of === EXPLAINS && share < NEARLY && !wanted.has(EXPLAINS);

/** Whether something is for one of `roles`, which are given by their positions. */
export const isFor = (one, roles) => one.role.some((at) => roles.includes(at));

const forMe = (one, mine) => (one.of === "easy_read" || isFor(one, mine) ? OWN_WORDS : 1);

const forRoles = (one, roles) => (!roles.length || !one.role.length ? 1 : isFor(one, roles) ? OWN_ROLE : OTHER_ROLE);
