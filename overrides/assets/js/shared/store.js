/**
 * What a reader chose, kept on this device and nowhere else. Each name begins with that of the site, as all sites of
 * one host share one storage. A browser may refuse to keep anything, or to say what it keeps.
 */
const SITE = document.documentElement.dataset.site;
const full = (name) => `${SITE}:${name}`;

/**
 * What is kept under a name; null where nothing is or the browser refuses. `ours` tells whether a value that an earlier
 * edition kept, under the name alone, is this site's: it is then moved, once, so that nobody loses it.
 */
export function recall(name, ours = () => true) {
  try {
    const earlier = localStorage.getItem(name);
    if (earlier !== null && ours(earlier)) {
      if (localStorage.getItem(full(name)) === null) localStorage.setItem(full(name), earlier);
      localStorage.removeItem(name);
    }
    return localStorage.getItem(full(name));
  } catch {
    return null;
  }
}

/** Remembers a text under a name, or forgets what is kept there when it is empty. False where the browser refuses. */
export const remember = (name, text) => put(() => localStorage, name, text);

/** What is kept under a name for as long as this tab is open; null where nothing is or the browser refuses. */
export function recallInTab(name) {
  try {
    return sessionStorage.getItem(full(name));
  } catch {
    return null;
  }
}

/** Remembers a text for as long as this tab is open, or forgets it. False where the browser refuses. */
export const rememberInTab = (name, text) => put(() => sessionStorage, name, text);

/** Acts when another tab changes what is kept under a name, on what is kept there then, or deletes all. */
export function changedElsewhere(name, act) {
  addEventListener("storage", (event) => {
    if (event.key === null || event.key === full(name)) act(event.newValue);
  });
}

/** The names under which this site keeps something, on the device or in this tab. None where the browser refuses. */
export function keptNames() {
  return [...new Set([...ours(() => localStorage), ...ours(() => sessionStorage)])];
}

/** Forgets what is kept under some names, on the device and in this tab. */
export function forgetNames(names) {
  for (const name of names) {
    remember(name, "");
    rememberInTab(name, "");
  }
}

/** Says on the window by the event `kept` that something changed, so that who tells what is kept can tell it anew. */
function put(storage, name, text) {
  try {
    if (text) storage().setItem(full(name), text);
    else storage().removeItem(full(name));
    dispatchEvent(new Event("kept"));
    return true;
  } catch {
    return false;
  }
}

function ours(storage) {
  try {
    return Object.keys(storage())
      .filter((name) => name.startsWith(full("")))
      .map((name) => name.slice(full("").length));
  } catch {
    return [];
  }
}
