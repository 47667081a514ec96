/** Scripts that a page asks for only where it has a use for them. */

/** Does `then` with what comes. Where it does not come, the page says so: first-paint.js listens. */
export const fetched = (coming, then) => coming.then(then).catch(() => dispatchEvent(new Event("incomplete")));
