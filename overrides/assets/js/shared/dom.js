/** Creates elements. Text is always set as text, never as HTML. */

/**
 * An element with `attributes` and `children`, which are texts, elements or lists of them. An attribute that is `true`
 * gets an empty value; null and false are left out.
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Number.POSITIVE_INFINITY).filter((child) => child !== null && child !== false));
  return made;
}

/** Text for screen readers only. */
export const unseen = (words) => element("span", { class: "vh" }, words);
