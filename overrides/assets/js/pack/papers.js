/** The forms of a pack. Each is a file of its own, so what prints the pack does not print them: their files stand beside its buttons. */
import { element } from "../shared/dom.js";
import { whole } from "./choice.js";
import { here } from "./links.js";

/** The forms that a pack of some standards (`found`), stages and situations (`cases`) tells of, each once. */
export function formsIn(found, cases, taken) {
  const told = whole(taken) ? found : [];
  const all = [...cases, ...told].flatMap(({ forms }) => forms);
  return [...new Map(all.map((form) => [form.url, form])).values()];
}

/** Lists the blank forms to print in `place`, with what opens and how big it is; hides it where there is none. */
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
