/**
 * Shows one part of the page at a time, if the reader asks for it: the content before the first part stays visible, and
 * buttons lead to the next and the previous part. Print always has the whole page.
 */
import { element } from "../shared/dom.js";

const MAIN = document.getElementById("main");

export function onePart() {
  const steps = stepsOf();
  if (steps.length < 2) return;
  let at = 0;
  const place = element("p", { role: "status", class: "part-place" });
  const back = element("button", { type: "button", class: "button" }, "Back");
  const next = element("button", { type: "button", class: "button" }, "Next");
  const bar = element("div", { class: "part-bar", hidden: true }, back, place, next);
  MAIN.append(bar);

  const wanted = () => document.documentElement.dataset.easyBlocks === "one";
  const show = () => {
    MAIN.toggleAttribute("data-one-part", wanted());
    bar.hidden = !wanted();
    for (const [number, step] of steps.entries())
      for (const one of step) one.classList.toggle("away", wanted() && number !== at);
    place.textContent = wanted() ? `Part ${at + 1} of ${steps.length}` : "";
    back.disabled = at === 0;
    next.disabled = at === steps.length - 1;
  };
  const go = (number) => {
    at = Math.min(Math.max(number, 0), steps.length - 1);
    show();
    const [first] = steps[at];
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  const stepWith = (one) => steps.findIndex((step) => step.some((part) => part.contains(one)));
  const goTo = (one) => {
    const number = one ? stepWith(one) : -1;
    if (wanted() && number >= 0 && number !== at) {
      at = number;
      show();
      one.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
  };

  back.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  addEventListener("look", show);
  addEventListener("hashchange", () => goTo(document.getElementById(location.hash.slice(1))));
  MAIN.addEventListener("read", (event) => goTo(event.target)); // the part that is being read aloud must be visible
  show();
  goTo(document.getElementById(location.hash.slice(1)));
}

/** The parts: each block with the heading before it; everything after the blocks is the last part. */
function stepsOf() {
  const all = [...MAIN.children].flatMap((one) => (one.matches("form") ? [...one.children] : [one])); // the blocks of a form of questions
  const begin = all.findIndex((one) => one.matches(".block"));
  if (begin < 0) return [];
  const last = all.findLastIndex((one) => one.matches(".block"));
  const steps = [];
  let open = [];
  for (const one of all.slice(begin, last + 1)) {
    open.push(one);
    if (!one.matches(".block")) continue;
    steps.push(open);
    open = [];
  }
  const rest = all.slice(last + 1);
  return rest.length ? [...steps, rest] : steps;
}
