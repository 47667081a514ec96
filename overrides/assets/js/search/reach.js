/** How a page reaches the search: in a worker or, where a browser starts none, in the page itself. */
import { answered } from "../shared/fetched.js";

const WORKER = new URL("./worker.js", import.meta.url).href;
/** What a browser that knows Trusted Types lets us name as a worker: this one, whatever it is asked. */
const trusted = globalThis.trustedTypes?.createPolicy("search", { createScriptURL: () => WORKER });

/** A worker that can be asked. Fails where the browser knows no workers of this kind or may not start one. */
const started = () =>
  new Promise((start, fail) => {
    const worker = new Worker(trusted ? trusted.createScriptURL("") : WORKER, { type: "module" });
    worker.addEventListener("message", () => start(worker), { once: true });
    worker.addEventListener("error", fail, { once: true });
  });

/** What asks a worker: each call is answered by a message with its number. */
function asking(worker) {
  const waiting = new Map();
  worker.addEventListener("message", ({ data: { id, answer, failed } }) => {
    const { done, fail } = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) done(answer);
    else fail(new Error(failed));
  });
  let calls = 0;
  return (does, what, moved = []) =>
    new Promise((done, fail) => {
      calls += 1;
      waiting.set(calls, { done, fail });
      worker.postMessage({ id: calls, does, what }, moved);
    });
}

/** What asks the search. Fails, and says so to the page, where the script of it does not come. */
async function reached() {
  try {
    return asking(await started());
  } catch {
    try {
      const { engine } = await import("./worker.js");
      return (does, what) => engine[does](what);
    } catch (error) {
      dispatchEvent(new Event("incomplete")); // first-paint.js listens
      throw error;
    }
  }
}

/** The first bytes of an index. `options` are those of fetch: `{ cache: "no-cache" }` asks whether there is a newer one. */
async function beginning(folder, options) {
  return (await answered(new URL("start.json", folder), options)).arrayBuffer();
}

/**
 * The search whose files are in a folder: `begin` opens it, or a newer edition of it, and gives its edition and the
 * names of its facets; `ask` and `more` are those of engine.js.
 */
export function search(folder) {
  let coming;
  const reach = () => (coming ??= reached());
  return {
    async begin(options) {
      const [start, call] = await Promise.all([beginning(folder, options), reach()]);
      return call("begin", { start, folder: folder.href }, [start]);
    },
    ask: async (question) => (await reach())("ask", question),
    more: async (places) => (await reach())("more", places),
  };
}
