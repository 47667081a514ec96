/**
 * The factor by which a record's score is multiplied: by its kind, the roles it is for, the records linked to it, and
 * whether its kind or name was asked for. It needs no document.
 */

// The factor of a kind: records that ask or explain come before those that are only referred to
const KIND = {
  situations: 0.75,
  alignments: 0.85,
  sources: 0.8,
  drivers: 0.9,
  units: 0.8,
  easy_read: 0.9,
  provisions: 0.9,
  ask_for: 0.9,
};
export const OWN_ROLE = 1.3; // for the chosen role
const OTHER_ROLE = 0.6; // only for other roles, if one is chosen
const OWN_WORDS = 1.2; // no role is chosen and someone asks for themselves: for records that speak to them, and easy read
const WANTED = 1.4; // a record of the kind that was asked for, such as a form or a tool
const LEANED_ON = 0.04; // for each factor of e in the number of records linked to it
const NAMED = 1.5; // the record whose name was typed
// A record that explains a word or names a law is a worse result the less of the query it covers. A statement that
// covers as much says what to do.
export const EXPLAINS = "terms";
const REFERRED = ["terms", "units", "sources", "pages"];
const REFERRED_PART = 0.5;
const NEARLY = 0.8; // the share of the query that a word must be for its meaning to be asked for
const EXPLAINED = 0.85; // for a record that explains a word, if more than its meaning is asked for

/**
 * The factor for a record. `covered`: the share of the query that it matches. `share`: the share of the query that is
 * its name, if it was named. `wanted`: the kinds that were asked for. `roles`: the chosen roles. `mine`: the roles of
 * people who ask for themselves, if someone does and no role is chosen.
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

/** Whether a record only explains a word, and the query has more than that word and does not ask for its meaning. */
export const explainsOnly = (one, share, wanted) => one.of === EXPLAINS && share < NEARLY && !wanted.has(EXPLAINS);

/** Whether a record is for one of `roles` (positions). */
export const isFor = (one, roles) => one.role.some((at) => roles.includes(at));

/** Whether roles are chosen and all are those of people at work. `people`: the roles of people who ask for themselves. */
export const onlyAtWork = (roles, people) => roles.length > 0 && !roles.some((at) => people.includes(at));

const forMe = (one, mine) => (one.of === "easy_read" || isFor(one, mine) ? OWN_WORDS : 1);

const forRoles = (one, roles) => (!roles.length || !one.role.length ? 1 : isFor(one, roles) ? OWN_ROLE : OTHER_ROLE);
