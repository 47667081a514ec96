/** Adds a stylesheet to the page when it is needed. */
import { element } from "../shared/dom.js";

/** Resolves when the stylesheet at an address applies, and also if it cannot be loaded: then first-paint.js says so. */
export const styled = ({ href }) =>
  new Promise((done) => {
    const link = element("link", { rel: "stylesheet", href });
    for (const end of ["load", "error"]) link.addEventListener(end, done);
    document.head.append(link);
  });
