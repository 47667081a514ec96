/**
 * Words that someone looks for, kept in this tab alone: never in an address, a title or a request. Each entry of the
 * history has its own, so that the way back and a reload find them.
 */
import { recallInTab, rememberInTab } from "./store.js";

const NAME = "asked"; // [[entry, words], …], the last first
const MOST = 50; // entries of the history
const HANDED = `${document.documentElement.dataset.site}:asked:`; // first-paint.js names the window so

let all = read();
let refused = false; // then words are known as long as the page is open
let left = false; // by the way to leave at once: nothing is kept any more

function read() {
  try {
    const kept = JSON.parse(recallInTab(NAME));
    return kept.filter((one) => Array.isArray(one) && one.length === 2 && typeof one[1] === "string");
  } catch {
    return [];
  }
}

/** The words of this entry of the history; none where there are none. */
export const askedHere = () => all.find(([entry]) => entry === history.state?.asked)?.[1] ?? "";

/**
 * Keeps `words` for this entry of the history, or with `anew` for one after it, at `address` of this page. `more` is
 * kept beside them. A browser that is asked too often refuses: the next change is kept.
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
 * The words that this page begins with: those that a box on another page handed over, those of an address that has them,
 * which is rid of them, or those that are kept.
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
// A page that the browser held whole shows what has been deleted since
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && all.length && !refused && !recallInTab(NAME)) location.reload();
});
