/** Which place the situation or page that a query describes gets among the results. It needs no document. */
import { pieces } from "./tokens.js";
import { onlyAtWork } from "./worth.js";

const SITUATIONS = "situations";
const NOT_COVERED = "not_covered"; // the kind of subjects that the site does not cover
const FAR = 8; // the query is not about the situation if another result's score is this many times higher
const SURELY = 0.4; // unless this share of the query is a single way of asking for the situation
const STORY = 7; // from this many words on, a query is a story
const AS_ASKED = 0.6; // in fewer words, nor is it if this share of the query is a single way of asking for another result
const ALMOST = 0.85; // the share from which on the situation or page always comes first
// How many times higher another result's score is, without its ways of asking, for the situation to come second: when
// people speak of themselves or tell what was done (`told`), and when nobody is mentioned (`bare`). In a query of fewer
// words than SHORT it also does if its share is smaller than `hardly`
const SOONER = { told: 4, bare: 3, hardly: 0 };
const AT_WORK = { told: 3, bare: 2, hardly: 0.2 }; // the same if the chosen roles are those of people at work
const SHORT = 10;
// A short question asks for another result rather than for the situation, if its share is smaller than this, the
// other's score is so many times higher, with its ways of asking, and its share is nearly as large (`asked`)
const RATHER = { share: 0.3, situation: 2.5, page: 1.5, asked: 0.8 };
const MUCH_RATHER = 4; // for people at work it gets no place if the other's score is this many times higher
const HARDLY = 0.2; // nor does it if its share is smaller than this
const DANGER = 3; // how many times more each of these must be if the query may mean danger

export const FIRST = 0;
export const SECOND = 1;
export const UNPLACED = 2; // the place of its own score

/**
 * FIRST, SECOND or UNPLACED for `told`; undefined if the query is not about it. `tells` is the result of the matcher,
 * `found` are all results with their scores, `asWhole` has the share of the query that is a way of asking for each
 * result, by its number, and `asks` says whether the query is a question.
 */
export function placeOf(told, tells, { found, asWhole, danger, typed, asks, roles, people }) {
  const { plain = 0, score = 0 } = found.find(({ one }) => one === told) ?? {};
  const length = pieces(typed).length;
  const shareOf = ({ one }) => asWhole.get(one.id) ?? 0;
  const likelier = (item, times) => item.score > score * times && shareOf(item) > RATHER.asked * tells.whole;
  if (told.of === NOT_COVERED)
    return tells && found.some((item) => shareOf(item) > shareOf({ one: told }) && item.score > score) ? SECOND : FIRST;
  if (told.of !== SITUATIONS)
    return tells.whole < ALMOST && (!plain || found.some((item) => likelier(item, RATHER.page))) ? SECOND : FIRST;
  const sure = danger ? DANGER : 1;
  const better = (item) =>
    item.plain > plain * FAR * sure ||
    (tells.bare && length < STORY && shareOf(item) > Math.max(AS_ASKED, tells.whole));
  if (tells.whole < SURELY && found.some(better)) return undefined;
  const working = onlyAtWork(roles, people);
  if (tells.whole >= ALMOST && !working) return FIRST;
  // Some words of a query easily match one of the many ways of describing a situation
  const times = working ? AT_WORK : SOONER;
  const short = length < SHORT;
  const unsure = short && tells.whole < (tells.bare ? SURELY : times.hardly);
  const sooner = (item) => unsure || item.plain > plain * sure * (tells.bare ? times.bare : times.told);
  if (found.some(sooner)) return tells.whole < HARDLY ? UNPLACED : SECOND;
  const rather = short && tells.whole < RATHER.share && (asks || working);
  if (!rather || !found.some((item) => likelier(item, sure * RATHER.situation))) return FIRST;
  return working && found.some((item) => item.score > score * sure * MUCH_RATHER) ? UNPLACED : SECOND;
}
