/** Filters all findings. The choices are in the address. The findings are loaded at the first choice. */

import { choicesOf, count } from "../lists/choices.js";
import { hasEach, lookedThrough } from "../lists/words.js";
import { ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";
import { answered } from "../shared/fetched.js";

const AT_ONCE = 20; // how many findings are shown, and added at each press

export function lens() {
  const form = document.querySelector("[data-lens]");
  const { fields, chosen, read } = choicesOf(form, () => {
    shown = AT_ONCE;
    show();
  });
  const choices = fields.filter((one) => one.options);
  const said = form.querySelector("[data-said]");
  const answers = document.querySelector("[data-lens-answers]");
  const list = answers.querySelector("[data-lens-list]");
  const more = answers.querySelector("[data-lens-more]");
  const printed = answers.querySelector("[data-printed]");
  const titles = Object.fromEntries(
    choices.map(({ name, options }) => [name, new Map([...options].map((one) => [one.value, one.textContent]))]),
  );
  let all; // a promise of the findings, requested once
  let shown = AT_ONCE;

  const fetched = () => {
    all ??= answered(new URL(form.dataset.lens, document.baseURI)).then((answer) => answer.json());
    return all;
  };
  const fits = (finding, choice) =>
    choices.every(({ name }) => !choice[name] || finding[name].includes(choice[name])) && says(finding, choice.q);

  /** Shows beside each choice how many findings would be left if it were added to the other choices. */
  const countAll = (findings, choice) => {
    for (const { name, options } of choices)
      count(options, (value) => findings.filter((one) => fits(one, { ...choice, [name]: value })).length);
  };

  const entry = ({ id, text, kind, standard, role, source, place, url }) =>
    element(
      "li",
      {},
      element("p", {}, text),
      element(
        "p",
        { class: "cite" },
        element("span", { class: "kind" }, titles.kind.get(kind[0])),
        ": ",
        element("a", { href: new URL(url.slice(1), ROOT).href }, `${titles.source.get(source[0])}, ${place}`),
        ". Finding ",
        element("span", { class: "finding-id" }, id),
      ),
      element(
        "p",
        { class: "small" },
        [standard.map((one) => titles.standard?.get(one) ?? one), role.map((one) => titles.role?.get(one) ?? one)]
          .map((names) => names.join(", "))
          .filter(Boolean)
          .join(". "),
      ),
    );

  const show = async () => {
    const choice = chosen();
    const any = Object.values(choice).some(Boolean);
    answers.hidden = !any;
    if (!any && !all) return;
    let findings;
    try {
      findings = await fetched();
    } catch {
      all = undefined; // lets the next choice try again
      said.textContent = "The findings did not load. Check your connection and choose again, or use the tables below.";
      list.replaceChildren();
      more.hidden = true;
      return;
    }
    const left = findings.filter((one) => fits(one, choice));
    countAll(findings, choice);
    said.textContent = any ? `${left.length} of ${findings.length} findings.` : "";
    printed.textContent = said.textContent;
    list.replaceChildren(...left.slice(0, shown).map(entry));
    more.hidden = left.length <= shown;
  };

  more.addEventListener("click", () => {
    const first = shown;
    shown += AT_ONCE;
    show().then(() => list.children[first]?.querySelector("a").focus());
  });
  const back = () => {
    read();
    show();
  };
  addEventListener("popstate", back);
  form.hidden = false;
  back();
}

/** Whether, for each search word, a finding has a word that begins with it. The finding's id counts as a word. */
function says(finding, asked) {
  finding.words ??= lookedThrough(`${finding.id} ${finding.text}`);
  return hasEach(finding.words, asked);
}
