/** The search in a web worker, so that the page stays responsive. */
import { Engine } from "./engine.js";

/** For pages that cannot start a worker, which import this file instead. */
export const engine = new Engine();

if (!globalThis.document) {
  addEventListener("message", async ({ data: { id, does, what } }) => {
    try {
      postMessage({ id, answer: await engine[does](what) });
    } catch (error) {
      postMessage({ id, failed: String(error) });
    }
  });
  postMessage({}); // ready for calls
}
