/**
 * Yields to the browser, so that it can handle events such as key presses: each step of a first query takes long on a
 * phone.
 */
export const rest = (wait = 0) => new Promise((end) => setTimeout(end, wait));
