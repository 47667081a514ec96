/** Hands a file that was made in the browser to the reader. */
import { element } from "./dom.js";

/** No words of a reader belong in the `name`. */
export function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
