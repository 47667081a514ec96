// The page that makes a pack. The choice is in the address, so that it can be shared, and the Back button undoes
// changes.
import { published } from "../shared/address.js";
import { count, day, listed } from "../shared/words.js";
import { statements, whole } from "./choice.js";
import { documentOf } from "./document.js";
import {
  addStatement,
  begun,
  form,
  full,
  inAddress,
  read,
  standardsOf,
  takenBy,
  tellStatements,
  ticked,
  titleOf,
  wanted,
} from "./form.js";
import { holds } from "./holds.js";
import { formsIn, listPapers } from "./papers.js";
import { parts } from "./parts.js";
import { keepPack } from "./saved.js";
import { listPacks } from "./saved-list.js";
import { offerFiles } from "./take.js";
import { begin, noteWritten, workHere, written } from "./written.js";

const find = (name) => document.querySelector(`[data-pack-${name}]`);
const said = find("said");
const folded = find("change");
const narrow = matchMedia("(max-width: 48rem)"); // in narrow windows the long form would push the pack off the screen
const marks = {
  note: form.dataset.note,
  ...Object.fromEntries(
    ["components", "statements", "questions"].map((sheet) => [sheet, form.dataset[`marks${sheet}`]?.split("|") ?? []]),
  ),
};
const name = find("name");
const remark = find("remark");
let shown = null; // the choice that is shown, in the form of the address
let turn = 0; // counts the changes, so that the result for an earlier choice is not shown
let named = false; // whether the reader wrote a title
let work = workHere() ?? begin(); // the id of the piece of work that the title and note belong to

function show(there) {
  document.documentElement.classList.remove("asked"); // first-paint.js has hidden the examples
  document.documentElement.classList.toggle("has-pack", there);
  for (const start of document.querySelectorAll("[data-pack-start]")) start.hidden = there; // hidden if the page has no example
  find("take").hidden = !there;
  find("document").hidden = !there;
  find("bar").hidden = !there;
  if (!there) folded.open = true; // without a pack, the line that opens the form is not there
}

/** In a narrow window, a complete pack comes first and its form is collapsed. */
function fold() {
  if (narrow.matches) folded.open = !begun(ticked());
}

function entitle(choice) {
  if (!named) name.value = titleOf(choice);
  find("title").textContent = name.value.trim().slice(0, name.maxLength) || titleOf(choice);
  find("note").textContent = remark.value.trim().slice(0, remark.maxLength);
}

/** Renders the pack for what is ticked, and announces its content once, followed by `more`. */
async function make(more = "") {
  let choice = ticked();
  turn += 1;
  const mine = turn;
  shown = inAddress(choice);
  if (!begun(choice)) {
    show(false);
    said.textContent = `${form.dataset.begin}${more}`;
    return;
  }
  let [found, stages, situations] = [];
  try {
    [found, stages, situations] = await Promise.all([
      parts("", standardsOf(choice)),
      parts("stages/", choice.stage),
      parts("situations/", choice.situation),
    ]);
  } catch {
    if (mine !== turn) return;
    show(false);
    said.textContent =
      "The pack could not be made because part of it did not load. Check your connection and reload the page.";
    return;
  }
  if (mine !== turn) return;
  const gone = tellStatements(
    Object.fromEntries(
      found.map((one) => [one.id, Object.fromEntries(one.statements.map(({ id, text }) => [id, text]))]),
    ),
  );
  if (gone.length) {
    choice = ticked();
    shown = inAddress(choice);
    tidy();
    if (!begun(choice)) return make(` There is no statement ${listed(gone)}.${more}`);
  }
  const taken = takenBy(choice, situations);
  const kinds = wanted(choice, "kind").map((box) => box.value);
  const { contents, standards } = documentOf([...stages, ...situations], found, taken, kinds, marks);
  find("contents").replaceChildren(...contents);
  find("standards").replaceChildren(...standards);
  find("day").textContent = day(new Date());
  const address = find("address");
  address.textContent = `${published("/pack/")}${shown && `?${shown}`}`;
  address.href = `?${shown}`;
  entitle(choice);
  show(true);
  const about = [
    choice.stage.length && count(choice.stage.length, "stage"),
    choice.situation.length && count(choice.situation.length, "situation"),
  ].filter(Boolean);
  const inside = found.filter((one) => whole(taken) || statements(one, taken).length);
  listPapers(find("papers"), kinds.includes("forms") ? formsIn(inside, [...stages, ...situations], taken) : []);
  const unknown = gone.length ? ` There is no statement ${listed(gone)}.` : "";
  said.textContent = `${[...about, count(inside.length, "standard"), count(taken.roles.length, "role")].join(", ")}: ${holds(inside, [...stages, ...situations], taken, kinds)}.${unknown}${more}`;
  return undefined;
}

const addressOf = (choice) => (choice ? `?${choice}` : location.pathname);

/** Removes unknown values from the address. */
function tidy() {
  history.replaceState({ ...history.state, work }, "", `${addressOf(inAddress(ticked()))}${location.hash}`);
}

/** Adds a history entry, so that the Back button undoes the change. */
const push = (choice) => history.pushState({ work }, "", addressOf(choice));

/** Handles a change of the choice. The title and note stay. */
function keep() {
  push(inAddress(ticked()));
  note();
  make();
}

/** Sets the title and note fields to those of this history entry, or empties them. */
function takeWritten() {
  const kept = written(inAddress(ticked()));
  work = workHere() ?? kept?.work ?? work;
  remark.value = kept?.remark ?? "";
  named = Boolean(kept?.name);
  name.value = kept?.name ?? "";
}

const note = () => noteWritten(work, inAddress(ticked()), named ? name.value : "", remark.value);

form.addEventListener("change", ({ target }) => target.name && keep());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = form.querySelector("[data-pack-add]");
  if (!field) return;
  const id = field.value.trim();
  if (!id) return;
  if (addStatement(id) || addStatement(id.toLowerCase())) {
    field.value = "";
    keep();
  } else if (full())
    said.textContent = "This pack has as many single statements as it can hold. Untick one, or make a second pack.";
  else
    said.textContent = `There is no statement “${id.slice(0, 40)}”. Each statement shows its id, such as “${form.dataset.example}”.`;
});
form.querySelector("[data-clear]").addEventListener("click", () => {
  read("");
  work = begin();
  named = false;
  remark.value = "";
  keep();
});
name.addEventListener("input", () => {
  named = name.value.trim() !== "";
  find("title").textContent = name.value.trim() || titleOf(ticked());
  note();
});
name.addEventListener("change", () => entitle(ticked()));
remark.addEventListener("input", () => {
  entitle(ticked());
  note();
});
offerFiles(find, (words) => {
  said.textContent = words;
});
let seen = null; // {work, remark}: the note of the saved pack that is being changed
const showPacks = listPacks(find("kept"), (pack) => {
  work = begin();
  seen = { work, remark: pack.remark };
  push(pack.choice);
  const junk = read(location.search);
  name.value = pack.name;
  remark.value = pack.remark;
  named = true;
  note();
  fold();
  make(junk);
});
find("keep").addEventListener("click", () => {
  const words = remark.value.trim();
  said.textContent = keepPack(
    { name: find("title").textContent, remark: words, choice: inAddress(ticked()) },
    seen?.work === work ? seen.remark : "",
  );
  seen = { work, remark: words };
  showPacks();
});
addEventListener("popstate", () => {
  const junk = read(location.search);
  if (workHere() === undefined)
    tidy(); // a link within the page made this history entry
  else if (workHere() !== work) takeWritten();
  if (inAddress(ticked()) !== shown) make(junk);
  else entitle(ticked()); // only the position on the page, the title or the note has changed
});

form.hidden = false;
document.querySelector(".without-scripts").remove();
const junk = read(location.search);
takeWritten();
tidy();
fold();
make(junk).then(() => {
  if (location.hash.startsWith("#in-")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
