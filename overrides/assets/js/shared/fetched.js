/** What a page asks for only where it has a use for it: scripts, and files of this site. */

/** Does `then` with what comes. Where it does not come, the page says so: first-paint.js listens. */
export const fetched = (coming, then) => coming.then(then).catch(() => dispatchEvent(new Event("incomplete")));

/** The answer for an address. Throws where it is not the file. `options` are those of fetch. */
export async function answered(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
  return response;
}
