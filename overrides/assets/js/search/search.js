/**
 * The search page: the results and counts follow the query and the choices, and one line announces what changed. The
 * choices are in the address; the query is only stored in this tab.
 */
import { ROOT } from "../shared/address.js";
import { askedHere, keepAsked, takeAsked } from "../shared/asked.js";
import { element } from "../shared/dom.js";
import { count, figure, listed } from "../shared/words.js";
import { answer, fold } from "./answers.js";
import { showCounts } from "./choices.js";
import { foldAtFirstWords } from "./first-words.js";
import { addHelp, holdsHelp } from "./help-now.js";
import { search } from "./reach.js";
import { boxesOf, cut, read, recallRoles, rememberRoles, write } from "./state.js";

const AT_ONCE = 10; // results shown at a time
const QUIET = 600; // milliseconds without a change before the result is announced to screen readers
const PAUSE = 120; // milliseconds without typing before the pieces for the words are fetched
const PATIENCE = 400; // milliseconds before the page says that it is searching
const SHORT = 60; // characters of the query in the heading; in print, the whole query is below it
const REST = 250; // milliseconds without typing before the query is stored

const MINE = ["role", "only"]; // choices that are beside the query and not among the filters

const engine = search(new URL("search/", ROOT));
const form = document.querySelector("[data-search]");
const field = form.querySelector("[type=search]");
const boxes = boxesOf(form);
// The positions of the roles of people who ask for themselves
const people = boxes.role.flatMap((box, at) => ("people" in box.dataset ? [at] : []));
const find = (name) => document.querySelector(`[data-${name}]`);
const [heading, status, results, notes, inDanger, nothing, further, others, filters] = [
  "heading",
  "status",
  "results",
  "notes",
  "in-danger",
  "nothing",
  "further",
  "others",
  "filters",
].map(find);

/** Sets the text of an element of the page. Where there are no roles, the elements about them do not exist. */
const tell = (name, words) => {
  const place = find(name);
  if (place) place.textContent = words;
};

let index; // its edition and the names of its facets, once it is open
let said = []; // messages about invalid values in the address, or a query that was cut
let shown = { found: [], number: 0, most: AT_ONCE, listed: 0, titles: new Map() };
let place = {}; // how many results were shown, and the scroll position, when the page was left
let typing = false; // whether the last history entry was made by typing, and may be replaced
let turn = 0; // counts the queries, to drop the results of earlier ones
let answeredFor = ""; // the question whose results are shown
let failed = false; // whether a piece of the index could not be loaded
let broken = false; // whether the index cannot be opened: then the form loads the page again
let quiet;
let unkept = 0; // the timer that stores the query

const chosen = () =>
  Object.fromEntries(
    Object.entries(boxes).map(([facet, some]) => [facet, some.filter((box) => box.checked).map((box) => box.value)]),
  );
const names = (facet, at, as = "title") => boxes[facet][at].dataset[as];

/** The state of the form: the query, a message if it was cut, and the chosen positions by facet. */
function question() {
  const told = [...said];
  const q = cut(field.value, told);
  const choice = Object.fromEntries(
    Object.entries(boxes).map(([facet, some]) => [facet, some.flatMap((one, at) => (one.checked ? [at] : []))]),
  );
  const only = !q || choice.only.length > 0;
  return { q, told, choice, only, any: index.facets.some((facet) => choice[facet].length) };
}

/** The values of `all` for each facet of the index. */
const byFacet = (all) => Object.fromEntries(index.facets.map((facet) => [facet, all[facet]]));

/**
 * Shows the results of the current query when they are available. `announce` is false if nothing changed that screen
 * readers should announce.
 */
function show(announce = true) {
  if (!index) return;
  const asked = question();
  const { q, choice, only } = asked;
  const most = place.most ?? AT_ONCE;
  bring(
    () => engine.ask({ q, choice: byFacet(choice), only, people, most, pause: typing ? PAUSE : 0 }),
    (answered) => {
      keepingFocus(() => tellAnswers(asked, answered, announce));
      answeredFor = asText(asked);
    },
  );
}

/** A question as a text, to compare it with another. */
const asText = ({ q, choice, only }) => JSON.stringify([q, choice, only]);

/** Renders the results again by `change`. A link that had the focus has it afterwards too, if it is still there. */
function keepingFocus(change) {
  const { href } = document.activeElement.closest("[data-results] a, [data-in-danger] a") ?? {};
  change();
  if (!href) return;
  const links = [...results.querySelectorAll("a"), ...inDanger.querySelectorAll("a")];
  (links.find((one) => one.href === href && !one.closest("[hidden]")) ?? heading).focus({ preventScroll: true });
}

/** Calls `then` with the result of `ask`, unless another query was entered meanwhile. */
async function bring(ask, then) {
  turn += 1;
  const mine = turn;
  results.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => mine === turn && tell("heading", "Searching…"), PATIENCE);
  let brought;
  try {
    brought = await ask();
  } catch {
    if (mine === turn) await tellFailure(mine);
    return;
  } finally {
    clearTimeout(slow);
  }
  if (mine !== turn) return;
  results.setAttribute("aria-busy", "false");
  failed = false;
  then(brought);
}

/**
 * A piece could not be loaded: the site may have been published again since the page was opened, or the connection is
 * lost.
 */
async function tellFailure(mine) {
  const fresh = await engine.begin({ cache: "no-cache" }).catch(() => index);
  if (mine !== turn) return;
  if (fresh.edition !== index.edition) {
    index = fresh;
    show();
    return;
  }
  failed = true;
  answeredFor = "";
  results.setAttribute("aria-busy", "false");
  results.replaceChildren();
  for (const part of [further, others, nothing]) part.hidden = true;
  inDanger.hidden = false; // without the index, the query cannot be checked for danger
  heading.textContent = "Part of the search did not load";
  const again = element("button", { type: "button", class: "button" }, "Try again");
  again.addEventListener("click", () => {
    show();
    heading.focus();
  });
  const words = "Check your internet connection. Then try again, or use the lists below.";
  notes.replaceChildren(element("p", { class: "note" }, words), element("p", {}, again));
  status.textContent = `${heading.textContent}. ${words}`;
}

/** Renders the results, the counts and the messages. */
function tellAnswers({ q, told, choice, only, any }, answered, announce) {
  showCounts(byFacet(boxes), answered.counts);
  tell("my-role", `: ${choice.role.map((at) => names("role", at, "one")).join(", ") || "any"}`);
  const { shown: found, number: all, danger } = answered;
  shown = { found, number: all, danger, most: place.most ?? AT_ONCE, listed: 0, titles: new Map() };
  for (const { typed, meant } of answered.number ? answered.mended : [])
    told.push(`Showing results for “${meant}”. You typed “${typed}”.`);
  const ways = answered.number ? otherWords(answered.near) : [];
  notes.replaceChildren(...told.map((note) => element("p", { class: "note" }, note)));
  if (ways.length) notes.append(element("p", { class: "note" }, "Did you mean ", ...either(ways), "?"));
  if (ways.length) told.push(notes.lastChild.textContent);

  const asked = q || any;
  const picked = index.facets.flatMap((facet) => (facet === "role" ? [] : choice[facet].map((at) => names(facet, at))));
  const where = picked.length ? `in: ${picked.join(", ")}` : "";
  const words = q ? `for “${q.length > SHORT ? `${q.slice(0, SHORT)}…` : q}”` : "";
  tell("question", q.length > SHORT ? `You asked: “${q}”` : "");
  const number = answered.number ? count(answered.number, "result") : "No results";
  heading.textContent = asked
    ? [words ? `${number} ${words}` : number, where, forWhom(answered, choice.role)].filter(Boolean).join(", ")
    : "Enter words to search for, or choose a filter";
  nothing.hidden = !asked || answered.number > 0;
  if (!nothing.hidden) offer(q, answered, any);
  results.replaceChildren();
  list();
  // If nothing is found, the numbers are there; if the first result leads to the same help, they are in it
  inDanger.hidden = !danger || !answered.number || holdsHelp(results.querySelector("li"));
  // Nothing comes above a number to call, also in the order of announcements
  if (danger) results.after(notes);
  else inDanger.before(notes);
  const call = inDanger.querySelector("p")?.textContent.replace(/\s+/g, " ").trim();
  if (call && (danger || !nothing.hidden)) told.unshift(call);
  tellOfOthers(answered.others, choice, only);
  if (place.down) scrollTo({ top: place.down, behavior: "instant" });
  place = {};
  if (announce) later(() => (status.textContent = [heading.textContent, ...told].join(". ")));
}

/** If a role is chosen: how many results are for it, for everyone, and for other roles. */
function forWhom({ number, own, everyone }, roles) {
  const who = whose(roles);
  if (!who || own === number) return who && `for ${who}`;
  const figures = { [who]: own, everyone, "other roles": number - own - everyone };
  const told = Object.entries(figures).filter(([, some]) => some);
  return listed(told.map(([those, some]) => `${figure.format(some)} for ${those}`));
}

const whose = (roles) => roles.map((at) => names("role", at)).join(" or ");

/** Adds the next results to the list. Returns the first of them. */
function list() {
  let ol = results.querySelector("ol");
  if (!ol && shown.found.length) {
    ol = element("ol", { class: "answer-list" });
    results.append(ol);
  }
  const next = [];
  for (const one of shown.found.slice(shown.listed, shown.most)) {
    const title = one.one.title.toLowerCase();
    const same = shown.titles.get(title);
    if (same) fold(same, one, names, ROOT.href);
    else {
      const item = answer(one, names, ROOT.href);
      if (!shown.danger || !shown.titles.size) addHelp(item, shown.titles.size);
      shown.titles.set(title, item);
      next.push(item);
    }
  }
  shown.listed = shown.most;
  ol?.append(...next);
  const left = shown.number - shown.most;
  further.hidden = left <= 0;
  find("more").textContent =
    `Show ${count(Math.min(left, AT_ONCE), "more result", "more results")} (${figure.format(left)} left)`;
  return next[0];
}

/** Suggestions as buttons, because links would need the words in their address. */
const otherWords = (ways) =>
  ways.map((way) => {
    const button = element("button", { type: "button", class: "as-link" }, way);
    button.addEventListener("click", () => lookFor(way, write(chosen())));
    return button;
  });
const either = (ways) => ways.flatMap((way, at) => (at ? [", or ", way] : [way]));

/** What to do if nothing was found: similar words, fewer choices, the role's own page. */
function offer(q, { near, unfiltered }, any) {
  const ways = otherWords(near);
  find("nearest").hidden = !ways.length;
  find("nearest").replaceChildren("Did you mean ", ...either(ways), "?");
  const wider = find("wider");
  wider.hidden = !(any && q && unfiltered);
  const link = element("a", { href: write({}) || location.pathname }, count(unfiltered, "result"));
  wider.replaceChildren("Without filters there ", unfiltered === 1 ? "is " : "are ", link, ".");
  for (const item of nothing.querySelectorAll("[data-role-page]")) {
    const mine = boxes.role.some((one) => one.checked);
    item.hidden = mine && !boxes.role.find((one) => one.value === item.dataset.rolePage).checked;
  }
}

/** If a role is chosen: how to see results for other roles, or how to remove it. */
function tellOfOthers(left, choice, only) {
  others.hidden = !left || !choice.role.length || !field.value.trim();
  if (others.hidden) return;
  const address = write({ ...chosen(), only: only ? [] : ["role"] });
  const words = only
    ? `Show ${left === 1 ? "it" : "them"} too`
    : `Show only what is for ${whose(choice.role)} or for everyone`;
  const number = only ? `${count(left, "more result is", "more results are")} for other roles. ` : "";
  others.replaceChildren(number, element("a", { href: address }, words));
}

function later(act) {
  clearTimeout(quiet);
  quiet = setTimeout(act, QUIET);
}

/** Stores the query and choices, the latter in the address. While someone types, one history entry is replaced. */
function keep(over) {
  clearTimeout(unkept);
  unkept = 0;
  const words = cut(field.value, []);
  const address = write(chosen()) || location.pathname;
  if (address === (location.search || location.pathname) && words === cut(askedHere(), [])) return;
  keepAsked(words, address, { anew: !over });
}

/** Stores how many results are shown and the scroll position, for when the reader comes back or reloads. */
function keepPlace() {
  if (!index) return; // then the place that is stored has not been used yet
  try {
    history.replaceState({ ...history.state, most: shown.most, down: scrollY }, "");
  } catch {
    // browsers limit the number of calls: then the page opens at its top
  }
}

/** Stores the query, if needed. For a browser, storing a history entry takes longer than finding the results. */
function keepTyped() {
  if (unkept) keep(true);
}

/** Sets the form from the address and the stored query. */
function fromAddress(first) {
  clearTimeout(unkept);
  unkept = 0;
  const asked = read(location.search, boxes);
  said = asked.notes;
  // Does not replace what the reader has typed while the page was loading
  if (!first || document.activeElement !== field || !field.value) field.value = askedHere();
  if (first && !asked.role) {
    const kept = recallRoles().filter((id) => boxes.role.some((one) => one.value === id));
    if (kept.length) asked.chosen.role = new Set(kept);
    rememberedIs(kept);
  }
  for (const [facet, some] of Object.entries(boxes)) {
    for (const one of some) {
      one.checked = asked.chosen[facet].has(one.value);
      if (one.checked && !MINE.includes(facet)) one.closest("details").open = true;
    }
    if (asked.chosen[facet].size && !MINE.includes(facet)) {
      filters.open ||= wide;
      document.querySelector(`[data-facet=${facet}]`).open = true;
    }
  }
  typing = false;
  place = history.state ?? {};
  show();
}

/** Says which role is stored, or that storage is refused. */
function rememberedIs(roles, refused = false) {
  const titles = boxes.role.filter((one) => roles.includes(one.value)).map((one) => one.dataset.title);
  const kept = titles.length ? `Saved on this device: ${titles.join(", ")}.` : "";
  tell("remembered", refused ? "Your browser cannot save your role, so it applies to this page only." : kept);
}

function changed(event) {
  said = [];
  place = {};
  typing = false;
  if (event.target.name === "role") choseRole();
  show();
  keep(false);
}

function choseRole() {
  const roles = chosen().role;
  rememberedIs(roles, !rememberRoles(roles) && roles.length > 0);
}

/** Follows a link to another view of this page without loading the page again. */
function follow(event) {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname) return;
  event.preventDefault();
  lookFor(field.value.trim(), link.getAttribute("href"));
}

/** Searches for these words, as a new history entry. */
function lookFor(words, address) {
  keepAsked(words, address || location.pathname, { anew: true });
  fromAddress(false);
  heading.focus();
}

function listen() {
  field.addEventListener("input", () => {
    said = [];
    place = {};
    show();
    if (typing) {
      clearTimeout(unkept);
      unkept = setTimeout(keepTyped, REST);
    } else keep(false);
    typing = true;
  });
  field.addEventListener("blur", keepTyped);
  form.addEventListener("submit", (event) => {
    if (broken) return;
    event.preventDefault();
    keepTyped();
    keep(typing);
    typing = false;
    if (index && asText(question()) !== answeredFor) show();
  });
  for (const one of Object.values(boxes).flat()) one.addEventListener("change", changed);
  find("clear").addEventListener("click", () => {
    for (const one of Object.values(boxes).flat()) one.checked = false;
    choseRole();
    changed({ target: {} });
  });
  find("more").addEventListener("click", () => {
    const { found, most } = shown;
    bring(
      () => engine.more({ from: most, to: most + AT_ONCE }),
      (some) => {
        found.push(...some);
        shown.most = most + AT_ONCE;
        (list()?.querySelector("a") ?? heading).focus();
        keepPlace();
      },
    );
  });
  for (const some of [nothing, notes]) some.addEventListener("click", follow);
  others.addEventListener("click", follow);
  find("to-answers").addEventListener("click", (event) => {
    event.preventDefault(); // the address must be that of the query
    heading.focus();
  });
  addEventListener("pagehide", () => {
    keepTyped();
    keepPlace();
  });
  addEventListener("popstate", () => fromAddress(false));
  addEventListener("forgotten", () => {
    clearTimeout(unkept);
    unkept = 0;
    fromAddress(false);
  });
  addEventListener("online", () => failed && show());
}

for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
document.querySelector(".without-scripts").remove();
const wide = matchMedia("(min-width: 60rem)").matches;
filters.open = wide;
const q = takeAsked();
const { role } = read(location.search, boxes);
// On a phone, the results come first if there is a query or a role
if (find("roles")) find("roles").open = wide || !(q || role || recallRoles().length);
if (!wide) foldAtFirstWords(field, find("roles"));
heading.textContent = "Getting ready…";
// Before the index is open, so that words that are sent, or a role that is chosen, while it loads are not lost
listen();
fromAddress(true);
const typed = document.activeElement === field && field.value !== q;
if (typed || (!role && chosen().role.length)) keep(true);
start().catch(() => {
  broken = true;
  heading.textContent = "Search is not working";
  notes.replaceChildren(element("p", { class: "note" }, "Load this page again, or use the lists below."));
  status.textContent = "Search is not working. Load this page again, or use the lists below.";
});

async function start() {
  index = await engine.begin();
  show();
}
