/** The addresses of this copy of the site, and of the published site. */

/** The address of this copy's home page. */
export const ROOT = new URL("../../../", import.meta.url);

/**
 * The published address of the page `path` of the site, such as `/roles/`. Works only on pages directly below the root.
 */
export const published = (path) => new URL(`..${path}`, document.querySelector("link[rel=canonical]").href).href;
