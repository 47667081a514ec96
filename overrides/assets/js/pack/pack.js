// The page that makes a pack. The choice stands in the address, so it can be sent, and the back button undoes it.
import { published, ROOT } from "../shared/address.js";
import { count, day, listed } from "../shared/words.js";
import { documentOf, law, statements, tools } from "./document.js";
import { download } from "./download.js";

const NAMES = ["standard", "role", "kind"];
const JUNK_NAMED = 5; // how many unknown words of an address are named
const JUNK_LETTERS = 40; // and how many letters of each
const PARTS = new URL("pack/parts/", ROOT);

const form = document.querySelector("[data-pack]");
const find = (name) => document.querySelector(`[data-pack-${name}]`);
const said = form.querySelector("[data-said]");
const boxes = Object.fromEntries(NAMES.map((name) => [name, [...form.querySelectorAll(`[name=${name}]`)]]));
const name = find("name");
const remark = find("remark");
const parts = new Map(); // what was fetched, by standard
let shown = null; // the choice that is on the page, as it stands in the address
let turn = 0; // counts the changes, so that a slow answer to an old choice is not shown
let named = false; // whether the reader wrote a title

const small = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** What is ticked, in the order of the page. */
const ticked = () => Object.fromEntries(NAMES.map((name) => [name, boxes[name].filter((box) => box.checked)]));

/** The choice as it stands in the address: nothing, as long as it names neither a standard nor a role. */
const written = (choice) =>
  choice.standard.length || choice.role.length
    ? new URLSearchParams(NAMES.flatMap((name) => choice[name].map((box) => [name, box.value]))).toString()
    : "";

/** Nothing ticked in a group is all of it. */
const wanted = (choice, name) => (choice[name].length ? choice[name] : boxes[name]);

function titleOf(choice) {
  const { standard, role } = choice;
  const about =
    standard.length === 0 || standard.length === boxes.standard.length
      ? `all ${boxes.standard.length} standards`
      : null;
  const standards =
    about ?? (standard.length < 3 ? listed(standard.map((box) => box.dataset.title)) : `${standard.length} standards`);
  const roles =
    role.length && role.length < boxes.role.length
      ? `, for ${listed(role.map((box) => small(box.dataset.title)))}`
      : "";
  return `Pack: ${standards}${roles}`;
}

/** Ticks what the address asks for, or what is ticked at first. Returns what it asks for that is not here, in words. */
function read() {
  const asked = new URLSearchParams(location.search);
  if (!NAMES.some((name) => asked.has(name))) {
    form.reset();
    return "";
  }
  const junk = [];
  for (const name of NAMES) {
    const values = new Set(asked.getAll(name));
    for (const box of boxes[name]) box.checked = values.delete(box.value);
    for (const value of values)
      junk.push(`${name} “${value.length > JUNK_LETTERS ? `${value.slice(0, JUNK_LETTERS)}…` : value}”`);
  }
  if (!junk.length) return "";
  const rest = junk.length > JUNK_NAMED ? [`${junk.length - JUNK_NAMED} more`] : [];
  const left = listed([...junk.slice(0, JUNK_NAMED), ...rest]);
  return ` The link also asked for content that is no longer here: ${left}.`;
}

async function part(standard) {
  if (!parts.has(standard)) {
    const response = await fetch(new URL(`${standard}.json`, PARTS));
    if (!response.ok) throw new Error(`Standard ${standard} was answered with ${response.status}.`);
    parts.set(standard, await response.json());
  }
  return parts.get(standard);
}

function show(there) {
  document.documentElement.classList.toggle("has-pack", there);
  for (const start of document.querySelectorAll("[data-pack-start]")) start.hidden = there; // none where there is no example
  find("take").hidden = !there;
  find("document").hidden = !there;
}

function entitle(choice) {
  if (!named) name.value = titleOf(choice);
  find("title").textContent = name.value.trim().slice(0, name.maxLength) || titleOf(choice);
  find("note").textContent = remark.value.trim().slice(0, remark.maxLength);
}

/** Puts the pack of what is ticked on the page, and says once what is in it, followed by ``more``. */
async function make(more = "") {
  const choice = ticked();
  turn += 1;
  const mine = turn;
  shown = written(choice);
  if (!choice.standard.length && !choice.role.length) {
    show(false);
    said.textContent = `Tick a standard or a role to begin.${more}`;
    return;
  }
  let found;
  try {
    found = await Promise.all(wanted(choice, "standard").map((box) => part(box.value)));
  } catch {
    if (mine !== turn) return;
    show(false);
    said.textContent =
      "The pack could not be made because part of it did not load. Check your connection and reload the page.";
    return;
  }
  if (mine !== turn) return;
  const roles = wanted(choice, "role").map((box) => ({ id: box.value, title: box.dataset.title }));
  const kinds = wanted(choice, "kind").map((box) => box.value);
  const { contents, standards } = documentOf(found, roles, kinds);
  find("contents").replaceChildren(...contents);
  find("standards").replaceChildren(...standards);
  find("day").textContent = day(new Date());
  const address = find("address");
  address.textContent = `${published("/pack/")}${shown && `?${shown}`}`;
  address.href = `?${shown}`;
  entitle(choice);
  show(true);
  const counts = {
    statements: [found.flatMap((one) => statements(one, roles)).length, "statement"],
    law: [new Set(found.flatMap((one) => law(one, roles).map((rule) => rule.url))).size, "rule of law", "rules of law"],
    words: [found.flatMap((one) => one.words).length, "sentence"],
    tools: [new Set(found.flatMap((one) => tools(one, roles).named.map((tool) => tool.url))).size, "tool"],
    "easy-read": [found.filter((one) => one.easy).length, "easy-read page"],
    "self-check": [found.flatMap((one) => one.components).length, "self-check question"],
  };
  const holds = listed(kinds.map((kind) => count(...counts[kind])));
  said.textContent = `${count(found.length, "standard")}, ${count(roles.length, "role")}: ${holds}.${more}`;
}

function keep() {
  const choice = written(ticked());
  history.pushState(null, "", choice ? `?${choice}` : location.pathname);
  make();
}

form.addEventListener("change", keep);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[data-clear]").addEventListener("click", () => {
  form.reset();
  named = false;
  keep();
});
name.addEventListener("input", () => {
  named = name.value.trim() !== "";
  find("title").textContent = name.value.trim() || titleOf(ticked());
});
name.addEventListener("change", () => entitle(ticked()));
remark.addEventListener("input", () => entitle(ticked()));
find("print").addEventListener("click", () => print());
find("file").addEventListener("click", async () => {
  try {
    await download(find("document"));
    said.textContent = "The file is in your downloads.";
  } catch {
    said.textContent = "The file could not be made. You can still print, or save as PDF from the print window.";
  }
});
addEventListener("popstate", () => {
  const junk = read();
  if (written(ticked()) !== shown) make(junk); // not when only the place on the page changed
});

form.hidden = false;
const junk = read();
if (junk)
  history.replaceState(null, "", `${location.pathname}${written(ticked()) && `?${written(ticked())}`}${location.hash}`);
await make(junk);
if (location.hash.startsWith("#in-")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
