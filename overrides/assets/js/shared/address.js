/** Where this copy of the site stands, and where it is published. */

/** The address of this copy's home page. */
export const ROOT = new URL("../../../", import.meta.url);

/**
 * The address at which the page `path` of the site, such as `/roles/`, is published. Each page that needs it stands
 * right under the root.
 */
export const published = (path) => new URL(`..${path}`, document.querySelector("link[rel=canonical]").href).href;
