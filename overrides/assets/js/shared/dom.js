/** Elements made by scripts. Words become text, never markup. */

/**
 * An element with `attributes` and `children`, which are texts, elements or lists of them. An attribute that is `true`
 * stands without a value; what is null or false is left out.
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Number.POSITIVE_INFINITY).filter((child) => child !== null && child !== false));
  return made;
}

/** Words that are read aloud and not shown. */
export const unseen = (words) => element("span", { class: "vh" }, words);
