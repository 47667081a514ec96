/** The search in a worker of its own, so that a page that is used meanwhile never stands still. */
import { Engine } from "./engine.js";

/** For a page that can start no worker, which imports this file instead. */
export const engine = new Engine();

if (!globalThis.document) {
  addEventListener("message", async ({ data: { id, does, what } }) => {
    try {
      postMessage({ id, answer: await engine[does](what) });
    } catch (error) {
      postMessage({ id, failed: String(error) });
    }
  });
  postMessage({}); // it can be asked from now on
}
