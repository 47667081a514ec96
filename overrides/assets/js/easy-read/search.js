// The search within easy read: one input, and five results at a time, each with a picture and a title.
import { addHelp, numberToCall } from "../search/help-now.js";
import { search } from "../search/reach.js";
import { ROOT } from "../shared/address.js";
import { askedHere, keepAsked, takeAsked } from "../shared/asked.js";
import { element } from "../shared/dom.js";

const AT_ONCE = 5;
const MOST = 15; // results: later ones have little to do with the query
const LONGEST = 200; // characters

const find = (name) => document.querySelector(`[data-easy-${name}]`);
const [form, said, call, list, bar, place, back, next] = [
  "search",
  "said",
  "call",
  "answers",
  "pages",
  "place",
  "back",
  "next",
].map(find);
const field = form.querySelector("[type=search]");
const people = form.dataset.people.split(" ").filter(Boolean).map(Number); // the positions of the roles of people who ask for themselves

const engine = search(new URL("easy-read/search/", ROOT));
let opened; // whether the index is open, once it was requested
let found = [];
let mended = [];
let aside = false; // whether the query may mean danger, but clearly means something else
let page = 0; // which five results are shown

/** Opens the index, unless it is open or loading. After a failure it tries again. */
async function ready() {
  opened ??= engine.begin();
  try {
    await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

/** Searches for words and shows the `wanted` page of five results. */
async function look(words, wanted = 0) {
  const asked = words.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  field.value = asked;
  if (!asked) return show("");
  let answered;
  try {
    await ready();
    answered = await engine.ask({ q: asked, people, most: MOST });
  } catch {
    found = [];
    aside = false;
    show("The search did not work. Check your internet connection. Then try again.", helpNow());
    return undefined;
  }
  if (!answered) return undefined; // another query was entered meanwhile
  ({ mended } = answered);
  aside = answered.aside && helpPages().length > 0;
  found = answered.danger ? withHelp(answered.shown, aside ? 1 : 0) : answered.shown;
  page = Math.min(Math.max(wanted, 0), Math.max(Math.ceil(found.length / AT_ONCE) - 1, 0));
  if (!found.length) return show("We found no page for these words. Try other words.", helpNow());
  const meant = mended.map(({ meant: one }) => `“${one}”`).join(" and ");
  const number = found.length === 1 ? "We found 1 page." : `We found ${found.length} pages. The best ones come first.`;
  return show(meant ? `${number} We looked for ${meant}.` : number);
}

/** The pages for someone in danger. */
const helpPages = () =>
  [...document.querySelectorAll("template[data-help-for]")].map(({ dataset: { helpFor, title, picture } }) => ({
    url: new URL(helpFor, location.href).href,
    title,
    picture,
  }));

/** Those pages as results, with their numbers: for when the search finds nothing or fails. */
const helpNow = () => helpPages().map((page) => choice(page, 0));

/** The results, with the pages for someone in danger inserted after the first `after` ones. */
function withHelp(shown, after) {
  const help = helpPages();
  const others = shown.filter(({ one }) => !help.some(({ url }) => url === addressOf(one.url)));
  return others.toSpliced(after, 0, ...help.map((one) => ({ one })));
}

/** The absolute address of a page: the index only has the part after the site's root. */
const addressOf = (url) => new URL(url.replace(/^\//, ""), ROOT).href;

/** Announces `words` and shows the current page of results or, if there are none, `instead`. */
function show(words, instead = []) {
  const pages = Math.ceil(found.length / AT_ONCE);
  said.textContent = words + (instead.length ? " If you are not safe now, get help here." : "");
  if (!found.length) document.documentElement.classList.remove("asked"); // the space reserved for results is not needed
  const answers = found.slice(page * AT_ONCE, (page + 1) * AT_ONCE);
  const chosen = answers.map(({ one }, at) => choice(one, page * AT_ONCE + at));
  list.replaceChildren(...(words && found.length ? chosen : instead));
  // If the query clearly means something else, the number is above the results, and not again at the page for danger
  call.replaceChildren(...(aside && words && found.length && !page ? [numberToCall()] : []));
  bar.hidden = pages < 2 || !list.children.length;
  place.textContent = `List ${page + 1} of ${pages}`;
  back.disabled = page === 0;
  next.disabled = page + 1 >= pages;
}

/** The list item for a page, at position `at` of all results (from 0). */
function choice({ url, title, picture }, at) {
  const looks = { class: "picture", alt: "", width: 200, height: 150 };
  const shown = picture && element("img", { ...looks, src: new URL(`assets/pictures/${picture}.svg`, ROOT).href });
  const link = element("a", { class: "easy-choice", href: addressOf(url) }, shown || null, element("span", {}, title));
  const item = element("li", { "data-block": true }, link);
  if (!aside) addHelp(item, at);
  return item;
}

/** Stores the query in this tab, so that the Back button leads to the same results. */
const keep = () => keepAsked(field.value, location.pathname, { anew: true, more: { list: page } });

function turn(step) {
  page += step;
  show(said.textContent);
  keep();
  said.focus();
}

/**
 * Runs the query with which the page was opened: one from another page's search box, or one that was submitted before
 * this script had loaded.
 */
async function begin(first) {
  const kept = askedHere();
  const words = takeAsked();
  if (first && !words && document.activeElement === field) return; // keeps what the reader types while the page is loading
  await look(words, history.state?.list);
  if (words && words !== kept) said.focus();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await look(field.value);
  keep();
  said.focus();
});
back.addEventListener("click", () => turn(-1));
next.addEventListener("click", () => turn(1));
addEventListener("popstate", () => begin(false));
addEventListener("forgotten", () => {
  found = [];
  aside = false;
  look("");
});
document.querySelector(".without-scripts").remove();
begin(true);
