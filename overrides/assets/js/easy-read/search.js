// The search that stays in easy read: one box, five answers at a time, each a picture and a title.
import { fetchIndex } from "../search/source.js";
import { ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";
import { recallInTab, rememberInTab } from "../shared/store.js";

const AT_ONCE = 5;
const MOST = 15; // answers: what comes later has little to do with the words
const LONGEST = 200; // characters

const find = (name) => document.querySelector(`[data-easy-${name}]`);
const [form, said, list, bar, place, back, next] = ["search", "said", "answers", "pages", "place", "back", "next"].map(
  find,
);
const field = form.elements.namedItem("q");
const title = document.title;
/** Whether the page can be left at once: then the words that are searched for stay out of its address. */
const unseen = () => document.documentElement.classList.contains("leaving");

let index;
let found = [];
let mended = [];
let page = 0; // which five answers are shown

async function ready() {
  if (index) return;
  index = await fetchIndex(new URL("easy-read/search/", ROOT));
}

/** Looks for words and shows the answers that stand on a page of five. */
async function look(words, wanted = 0) {
  const asked = words.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  field.value = asked;
  if (!asked) return show("");
  try {
    await ready();
  } catch {
    found = [];
    show("The search did not work. Check your internet connection. Then try again.");
    return undefined;
  }
  ({ found, mended } = index.find(asked));
  found = found.slice(0, MOST);
  page = Math.min(Math.max(wanted, 0), Math.max(Math.ceil(found.length / AT_ONCE) - 1, 0));
  if (!found.length) return show("We found no page for these words. Try other words.");
  const meant = mended.map(({ meant: one }) => `“${one}”`).join(" and ");
  const number = found.length === 1 ? "We found 1 page." : `We found ${found.length} pages. The best ones come first.`;
  return show(meant ? `${number} We looked for ${meant}.` : number);
}

function show(words) {
  const pages = Math.ceil(found.length / AT_ONCE);
  said.textContent = words;
  if (!found.length) document.documentElement.classList.remove("asked"); // no room is needed
  list.replaceChildren(...(words ? found.slice(page * AT_ONCE, (page + 1) * AT_ONCE).map(choice) : []));
  bar.hidden = pages < 2 || !list.children.length;
  place.textContent = `List ${page + 1} of ${pages}`;
  back.disabled = page === 0;
  next.disabled = page + 1 >= pages;
  document.title = title;
}

function choice({ one }) {
  const looks = { class: "picture", alt: "", width: 200, height: 150 };
  const picture =
    one.picture && element("img", { ...looks, src: new URL(`assets/pictures/${one.picture}.svg`, ROOT).href });
  return element(
    "li",
    { "data-block": true },
    element(
      "a",
      { class: "easy-choice", href: new URL(one.url.slice(1), ROOT).href },
      picture || null,
      element("span", {}, one.title),
    ),
  );
}

/** Keeps what is asked for in the address, so that the way back from an answer leads to the same list. */
function keep() {
  if (unseen()) return;
  const asked = new URLSearchParams(field.value ? [["q", field.value]] : []);
  if (page) asked.set("list", String(page + 1));
  const text = asked.toString();
  history.pushState(null, "", text ? `?${text}` : location.pathname);
}

function turn(step) {
  page += step;
  show(said.textContent);
  keep();
  said.focus();
}

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const kept = recallInTab("asked");
  rememberInTab("asked", "");
  return look(kept ?? asked.get("q") ?? "", Number(asked.get("list") ?? 1) - 1 || 0);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await look(field.value);
  keep();
  said.focus();
});
back.addEventListener("click", () => turn(-1));
next.addEventListener("click", () => turn(1));
addEventListener("popstate", fromAddress);
document.querySelector(".without-scripts").remove();
fromAddress();
