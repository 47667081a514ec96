/** Downloads a file that was made in the browser. */
import { element } from "./dom.js";

/** The `name` must not contain the reader's words, because others see it in lists of files. */
export function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
