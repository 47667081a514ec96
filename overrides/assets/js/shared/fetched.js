/** What a page asks for only where it has a use for it: scripts, and files of this site. */

/** Does `then` with what comes. Where it does not come, the page says so: first-paint.js listens. */
export const fetched = (coming, then) => coming.then(then).catch(() => dispatchEvent(new Event("incomplete")));

/** The answer for an address. Throws where it is not the file. `options` are those of fetch. */
export async function answered(address, options) {
  const answer = await fetch(address, options);
  if (answer.ok) return answer;
  throw new Error(answer.status); // no reader sees it: each page says what it could not load
}
