// The search that stays in easy read: one box, five answers at a time, each a picture and a title.
import { addHelp, numberToCall } from "../search/help-now.js";
import { search } from "../search/reach.js";
import { ROOT } from "../shared/address.js";
import { askedHere, keepAsked, takeAsked } from "../shared/asked.js";
import { element } from "../shared/dom.js";

const AT_ONCE = 5;
const MOST = 15; // answers: what comes later has little to do with the words
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
const people = form.dataset.people.split(" ").filter(Boolean).map(Number); // the roles of those who ask for themselves, by their place

const engine = search(new URL("easy-read/search/", ROOT));
let opened; // that the index is open, once it was asked for
let found = [];
let mended = [];
let aside = false; // whether someone may be in danger, and surely tells of something else
let page = 0; // which five answers are shown

/** Opens the index, unless it is open or on its way; what failed is tried again. */
async function ready() {
  opened ??= engine.begin();
  try {
    await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

/** Looks for words and shows the answers that stand on a page of five. */
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
  if (!answered) return undefined; // something else was asked meanwhile
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

/** Each of them with its number: no word may have told that this is what is asked for. */
const helpNow = () => helpPages().map((page) => choice(page, 0));

/** What was found, where someone may be in danger: the pages for that come after so many others. */
function withHelp(shown, after) {
  const help = helpPages();
  const others = shown.filter(({ one }) => !help.some(({ url }) => url === addressOf(one.url)));
  return others.toSpliced(after, 0, ...help.map((one) => ({ one })));
}

/** The whole address of a page, of which the index has what comes after that of the site. */
const addressOf = (url) => new URL(url.replace(/^\//, ""), ROOT).href;

/** Says `words` and shows the answers that stand on the page, or where there are none what is shown `instead`. */
function show(words, instead = []) {
  const pages = Math.ceil(found.length / AT_ONCE);
  said.textContent = words + (instead.length ? " If you are not safe now, get help here." : "");
  if (!found.length) document.documentElement.classList.remove("asked"); // no room is needed
  const answers = found.slice(page * AT_ONCE, (page + 1) * AT_ONCE);
  const chosen = answers.map(({ one }, at) => choice(one, page * AT_ONCE + at));
  list.replaceChildren(...(words && found.length ? chosen : instead));
  // The number stands above what is surely told of, and not once more at the page for those in danger
  call.replaceChildren(...(aside && words && found.length && !page ? [numberToCall()] : []));
  bar.hidden = pages < 2 || !list.children.length;
  place.textContent = `List ${page + 1} of ${pages}`;
  back.disabled = page === 0;
  next.disabled = page + 1 >= pages;
}

/** The item for a page, which stands `at` that place among all, from zero on. */
function choice({ url, title, picture }, at) {
  const looks = { class: "picture", alt: "", width: 200, height: 150 };
  const shown = picture && element("img", { ...looks, src: new URL(`assets/pictures/${picture}.svg`, ROOT).href });
  const link = element("a", { class: "easy-choice", href: addressOf(url) }, shown || null, element("span", {}, title));
  const item = element("li", { "data-block": true }, link);
  if (!aside) addHelp(item, at);
  return item;
}

/** Keeps what is asked for in this tab, so that the way back from an answer leads to the same list. */
const keep = () => keepAsked(field.value, location.pathname, { anew: true, more: { list: page } });

function turn(step) {
  page += step;
  show(said.textContent);
  keep();
  said.focus();
}

/** Answers what this page begins with. What was sent from another page, or before this one could answer, is shown as what is sent here is. */
async function begin() {
  const kept = askedHere();
  const words = takeAsked();
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
addEventListener("popstate", begin);
addEventListener("forgotten", () => {
  found = [];
  aside = false;
  look("");
});
document.querySelector(".without-scripts").remove();
begin();
