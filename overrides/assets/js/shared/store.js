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
export function remember(name, text) {
  try {
    if (text) localStorage.setItem(full(name), text);
    else localStorage.removeItem(full(name));
    return true;
  } catch {
    return false;
  }
}
