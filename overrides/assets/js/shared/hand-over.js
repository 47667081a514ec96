/** Hands a file that was made in the browser to the reader. */
import { element } from "./dom.js";

/** A title as a part of a file's name: small letters, figures and lines. Nothing where it has neither. */
export const fileWord = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");

/** No words of a reader belong in the `name`. */
export function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
