/**
 * The forms that belong to a pack. They are separate files, so printing the pack does not include them: links to them
 * are next to its buttons.
 */
import { element } from "../shared/dom.js";
import { whole } from "./choice.js";
import { here } from "./links.js";

/** The forms for the standards (`found`), stages and situations (`cases`) of a pack, without duplicates. */
export function formsIn(found, cases, taken) {
  const told = whole(taken) ? found : [];
  const all = [...cases, ...told].flatMap(({ forms }) => forms);
  return [...new Map(all.map((form) => [form.url, form])).values()];
}

/** Lists links to blank forms in `place`, with their format and size; hides `place` if there are none. */
export function listPapers(place, forms) {
  const papers = forms.filter(({ paper }) => paper);
  place.hidden = !papers.length;
  place
    .querySelector("ul")
    .replaceChildren(
      ...papers.map(({ title, paper }) =>
        element("li", {}, element("a", { href: here(paper.url) }, `${title} (${paper.size})`)),
      ),
    );
}
