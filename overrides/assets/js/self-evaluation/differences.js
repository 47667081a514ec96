/** How views of one component differ: by how many steps, and whether they are on opposite sides of the scale. */

/**
 * `views` are the views of a component, `{state, rating, leans}` each, or null. `people` is the side to which people's
 * answers lean.
 */
export function differenceOf(views, people) {
  const ratings = views.flatMap((view) => (view?.rating ? [view.rating] : []));
  const sides = new Set([...views.map((view) => view?.leans), people].filter(Boolean));
  const states = views.map((view) => view?.state);
  return {
    spread: ratings.length > 1 ? Math.max(...ratings) - Math.min(...ratings) : 0,
    opposite: sides.has("strength") && sides.has("weakness"),
    disputed: states.includes("rated") && states.includes("does-not-apply"),
  };
}

const weight = ({ opposite, spread, disputed }) => (opposite ? 100 : 0) + spread * 10 + (disputed ? 5 : 0);

/** The rows with differing views: first those on opposite sides, then by the distance of the ratings. */
export const furthestFirst = (rows) =>
  rows.filter((row) => row.opposite || row.spread > 1 || row.disputed).sort((a, b) => weight(b) - weight(a));

/** How the views of a row differ, in words; empty if they do not. */
export function apartWords({ spread, opposite, disputed }) {
  const ways = [
    opposite && "Some see a strength and some a weakness",
    spread > 1 && `Ratings are ${spread} steps apart`,
    disputed && "One view rated it, and another says that it does not apply",
  ];
  return ways.filter(Boolean).join(". ");
}

export const NO_DIFFERENCE =
  "No two views differ by more than one step, and none sees a strength where another sees a weakness.";
