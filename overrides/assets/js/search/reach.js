/** Connects a page to the search: in a web worker or, if the browser cannot start one, in the page itself. */
import { answered } from "../shared/fetched.js";

const WORKER = new URL("./worker.js", import.meta.url).href;
/** The policy for the worker's address, in browsers with Trusted Types. It always returns the same address. */
const trusted = globalThis.trustedTypes?.createPolicy("search", { createScriptURL: () => WORKER });

/** Starts the worker. Rejects if the browser does not support module workers or refuses to start one. */
const started = () =>
  new Promise((start, fail) => {
    const worker = new Worker(trusted ? trusted.createScriptURL("") : WORKER, { type: "module" });
    worker.addEventListener("message", () => start(worker), { once: true });
    worker.addEventListener("error", fail, { once: true });
  });

/** A client of the worker: each call is answered by a message with its number. */
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

/** The client of the search. Rejects, and notifies the page, if the script cannot be loaded. */
async function reached() {
  try {
    return asking(await started());
  } catch {
    try {
      const { engine } = await import("./worker.js");
      return (does, what) => engine[does](what);
    } catch (error) {
      dispatchEvent(new Event("incomplete")); // handled by first-paint.js
      throw error;
    }
  }
}

/**
 * The bytes of an index's start file. `options` are those of fetch: `{ cache: "no-cache" }` asks for a newer version.
 */
async function beginning(folder, options) {
  return (await answered(new URL("start.json", folder), options)).arrayBuffer();
}

/**
 * The search of the index in a folder. `begin` opens it, or a newer edition of it, and returns its edition and the
 * names of its facets. `ask` and `more` are those of engine.js.
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
