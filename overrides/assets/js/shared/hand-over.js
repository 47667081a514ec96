/** Hands a file that was made in the browser to the reader. */
import { element } from "./dom.js";

/** None of a reader's words belongs in the `name`: it stands in lists of files that others see. */
export function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
