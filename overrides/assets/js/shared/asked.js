/**
 * Search words, stored only in this tab: never in an address, a title or a request. Each history entry has its own, so
 * that Back and reload find them.
 */
import { recallInTab, rememberInTab } from "./store.js";

const NAME = "asked"; // [[entry, words], …], the latest first
const MOST = 50; // history entries
const HANDED = `${document.documentElement.dataset.site}:asked:`; // the prefix that first-paint.js puts before words in window.name

let all = read();
let refused = false; // then words last as long as the page is open
let left = false; // true after a quick exit: nothing is stored any more

function read() {
  try {
    const kept = JSON.parse(recallInTab(NAME));
    return kept.filter((one) => Array.isArray(one) && one.length === 2 && typeof one[1] === "string");
  } catch {
    return [];
  }
}

/** The words of this history entry; an empty string if there are none. */
export const askedHere = () => all.find(([entry]) => entry === history.state?.asked)?.[1] ?? "";

/**
 * Stores `words` for this history entry or, with `anew`, for a new one at `address` on this page, together with `more`.
 * Browsers limit the number of calls: if one is refused, the next change is stored.
 */
export function keepAsked(words, address, { anew = false, more = {} } = {}) {
  if (left) return;
  const entry = (!anew && history.state?.asked) || Date.now();
  try {
    history[anew ? "pushState" : "replaceState"]({ ...more, asked: words ? entry : 0 }, "", address);
  } catch {
    return;
  }
  all = all.filter(([one]) => one !== entry);
  if (words) all = [[entry, words], ...all].slice(0, MOST);
  refused = !rememberInTab(NAME, all.length ? JSON.stringify(all) : "");
}

/**
 * The words with which this page opens: handed over by a search box on another page; or from the address, from which
 * they are removed; or stored ones.
 */
export function takeAsked() {
  const address = new URL(location.href);
  const handed = window.name.startsWith(HANDED) ? window.name.slice(HANDED.length) : null;
  const words = handed ?? address.searchParams.getAll("q").join(" ");
  if (handed === null && !address.searchParams.has("q")) return askedHere();
  if (handed !== null) window.name = "";
  address.searchParams.delete("q");
  keepAsked(words, address.pathname + address.search + address.hash, { more: history.state ?? {} });
  return words;
}

addEventListener("forgotten", () => {
  all = [];
});
addEventListener("left", () => {
  left = true;
});
// A page from the back/forward cache shows words that may have been deleted since
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && all.length && !refused && !recallInTab(NAME)) location.reload();
});
