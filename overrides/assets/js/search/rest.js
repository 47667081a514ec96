/** Lets a browser do what else is to be done, such as answer a key: a phone takes long for each step of a first answer. */
export const rest = (wait = 0) => new Promise((end) => setTimeout(end, wait));
