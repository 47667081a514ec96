/**
 * The reader's settings, stored only on this device. Each name begins with the site's, because all sites of an origin
 * share one storage. Browsers may refuse to store or to read.
 */
const SITE = document.documentElement.dataset.site;
const full = (name) => `${SITE}:${name}`;

/**
 * The value stored under a name; null if there is none or the browser refuses. `ours` says whether a value that an
 * earlier edition stored without the site's prefix belongs to this site: then it is moved, once.
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

/** Stores a text under a name; an empty text deletes it. Returns false if the browser refuses. */
export const remember = (name, text) => put(() => localStorage, name, text);

/** The value stored for this tab; null if there is none or the browser refuses. */
export function recallInTab(name) {
  try {
    return sessionStorage.getItem(full(name));
  } catch {
    return null;
  }
}

/** Stores a text for this tab; an empty text deletes it. Returns false if the browser refuses. */
export const rememberInTab = (name, text) => put(() => sessionStorage, name, text);

/** Calls `act` with the new value when another tab changes what is stored under a name, or deletes everything. */
export function changedElsewhere(name, act) {
  addEventListener("storage", (event) => {
    if (event.key === null || event.key === full(name)) act(event.newValue);
  });
}

/** The names under which this site has stored something, on the device or in this tab. None if the browser refuses. */
export function keptNames() {
  return [...new Set([...ours(() => localStorage), ...ours(() => sessionStorage)])];
}

/** Deletes what is stored under some names, on the device and in this tab. */
export function forgetNames(names) {
  for (const name of names) {
    remember(name, "");
    rememberInTab(name, "");
  }
}

/** Writes to a storage, and fires the event `kept` on the window, so that lists of what is stored can be updated. */
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
