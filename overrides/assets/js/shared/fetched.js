/** Loads scripts and files of this site when they are needed. */

/**
 * Calls `then` with what `coming` resolves to. If loading fails, first-paint.js is notified and shows it on the page.
 */
export const fetched = (coming, then) => coming.then(then).catch(() => dispatchEvent(new Event("incomplete")));

/** The response for an address. Rejects if its status is an error. `options` are those of fetch. */
export async function answered(address, options) {
  const answer = await fetch(address, options);
  if (answer.ok) return answer;
  throw new Error(answer.status); // readers do not see this: each page says what it could not load
}
