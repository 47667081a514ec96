/** How views of one component differ: by how many steps, and whether they lean to opposite sides. */

/**
 * `views` are what some say of a component, each `{state, rating, leans}` with null for nothing, and `people` the side
 * to which people's answers lean.
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

/** The rows where views differ: first those whose answers lean to opposite sides, then by how far ratings lie apart. */
export const furthestFirst = (rows) =>
  rows.filter((row) => row.opposite || row.spread > 1 || row.disputed).sort((a, b) => weight(b) - weight(a));

/** How the views of a row differ, in words; nothing where they do not. */
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
