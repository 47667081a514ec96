/** Everyday words that people use for one another, and words that questions are made of. No page is needed here. */
import { pieces, stemOf } from "./tokens.js";

/** A line for each lot. Words of the framework are not here: they are other names in its glossary. */
const ALIKE = `mum mother mam dad father parent
son daughter child kid bairn wean
gran granny grandmother grandad grandfather nan relative
husband wife spouse brother sister sibling relative family
old older elderly pensioner age
young youth teenager teenage teen
money cash fund funding finance income grant
pay paid cost price charge fee bill rate expensive
small smaller less lower fewer
cut cutback reduce reduction halve slash less fewer
big bigger larger higher
lonely loneliness isolated isolation alone
scared afraid frightened fear worry worried anxious blame
angry unhappy happy upset annoyed
complain complaint unhappy
change swap switch different
answer reply respond response
ill illness sick sickness unwell poorly
tired exhausted stress stressed
die dying died death bereavement
boss manager leader supervisor senior
staff worker employee workforce
job employment
home house flat
refuse refusal reject decline ineligible
stop end finish cancel
begin start
wrong mistake error
rule criteria policy
form paperwork template
phone call telephone ring
holiday trip outing leisure break
friend neighbour
abuse harm neglect hurt
fair fairness unfair equal equality
wait delay late overdue
near nearby local
area place district
remote rural countryside island village
computer system software
train training course learn learning teach elearning
school pupil education
lawyer solicitor legal
drug alcohol addiction
check audit inspect monitor
choice range variety
cover replacement backup
visit appointment
list checklist
picture photo image
summary profile outline`
  .split("\n")
  .map((line) => line.split(" "));
const alike = new Map();
for (const lot of ALIKE) {
  for (const stem of lot.map(stemOf))
    alike.set(stem, new Set([...(alike.get(stem) ?? []), ...lot.map(stemOf).filter((other) => other !== stem)]));
}

/** The stems of everyday words that are used for the word with this stem. */
export const likeWords = (stem) => [...(alike.get(stem) ?? [])];

// What whole questions are made of: such a word is looked for, too, but tells little of what is asked.
const SLIGHT =
  `without another other else side happen deal take took taken give gave given let way keep kept think thought tell
  told say said know knew really still anything anyone anybody everyone everything nothing nobody much many lot
  bit often always ever never ask try tried put look looking come came coming ourselves myself yourself themselves
  himself herself between against through back find found make made see seen sort sure right good best better kind
  long new next last first soon already actually person people man woman work works working thanks help`.split(/\s+/);
// Whose matter it is: who asks about a son’s budget asks about a budget.
const KIN = "son daughter mum mam mother dad father husband wife brother sister gran granny nan grandad".split(" ");
const slight = new Map([...SLIGHT.map((word) => [stemOf(word), 0.6]), ...KIN.map((word) => [stemOf(word), 0.4])]);
const ME = new Set(["i", "im", "ive", "id", "me", "my", "mine", "myself"]);

/** How much the word with this stem counts in a question beside others. */
export const weightOf = (stem) => slight.get(stem) ?? 1;

/** Whether someone asks for themselves or their own family. */
export const ofMe = (text) => pieces(text).some((piece) => ME.has(piece));
