/**
 * The quick exit: leaves the page at once, by the link at its top or by pressing Shift three times. The page goes blank
 * before the next one loads, and stored data that may reveal something about the reader is deleted.
 */
import { ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";
import { forgetTraces, TOLD } from "../shared/forget.js";
import { changedElsewhere, remember, rememberInTab } from "../shared/store.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds

/**
 * Makes the link at the top of this page leave it at once. A page that was opened from a page with such a link gets one
 * too: the earlier page passes its address on.
 */
export function leave() {
  if (!document.querySelector("[data-leave]")) addLink();
  for (const link of document.querySelectorAll("[data-leave]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go();
    });
  }
  const said = document.querySelector("[data-leave-said]");
  onShifts((left) => {
    if (left === 0) go();
    else
      said.textContent =
        left < PRESSES ? `Press Shift ${left === 1 ? "1 more time" : `${left} more times`} to leave.` : "";
  });
  changedElsewhere(TOLD, (what) => what === "traces" && away());
  tellWhatIsOpened();
}

/** Leaves the page, and makes other tabs with a quick exit leave too. */
function go() {
  forgetTraces();
  return away();
}

/** First blanks the page, then opens the other one. Without a connection, the blank page stays. */
function away() {
  const target = document.documentElement.dataset.exit;
  window.speechSynthesis?.cancel();
  document.title = "Loading";
  document.body.replaceChildren();
  document.documentElement.className = "js";
  document.documentElement.scrollTo(0, 0);
  if (navigator.onLine) return location.replace(target);
  history.replaceState(null, "", ROOT); // the address bar must not show which page it was
  addEventListener("online", () => location.replace(target));
  return undefined;
}

/** Counts presses of Shift alone within a few seconds, and calls `tell` with the number of presses left. */
function onShifts(tell) {
  let pressed = 0;
  let alone = false;
  let timer;
  const start = () => {
    clearTimeout(timer);
    pressed = 0;
    tell(PRESSES);
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      alone = true;
      return;
    }
    alone = false;
    if (pressed) start();
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (!pressed) timer = setTimeout(start, WITHIN);
    pressed += 1;
    if (pressed === PRESSES) clearTimeout(timer);
    tell(PRESSES - pressed);
  });
}

/**
 * Tells a page that is opened by a link or a search that it was opened from here, so that it gets a quick exit too. A
 * new tab cannot see this tab's storage, so the time of the click is stored on the device (and not which link it was).
 */
function tellWhatIsOpened() {
  const ours = (address) => address?.startsWith(ROOT.href);
  const tell = (address) => ours(address) && rememberInTab("opened-from", new URL(address).pathname);
  const linkAt = (event) => event.target.closest?.("a[href]")?.href;
  document.addEventListener("click", (event) => tell(linkAt(event)));
  for (const touch of ["pointerdown", "contextmenu", "click"])
    document.addEventListener(touch, (event) => ours(linkAt(event)) && remember("opened-from", `${Date.now()}`));
  document.addEventListener("submit", (event) => event.target.matches("[role=search]") && tell(event.target.action));
}

/**
 * Adds the link and the text about it to a page without them. The same as parts/leave.html and parts/leave-about.html.
 */
function addLink() {
  const { exit, exitTo } = document.documentElement.dataset;
  const looks = { class: "leave-now", href: exit, rel: "nofollow noreferrer", "data-leave": true };
  const link = element("a", looks, "Leave this page now");
  const safe = element("a", { href: new URL("stay-safe/", ROOT).href }, "Stay safe on this device");
  document
    .querySelector(".skip")
    .after(
      element("nav", { class: "leave", "aria-label": "Leave this page" }, element("div", { class: "wrap" }, link)),
      element(
        "section",
        { class: "wrap leave-about", "aria-label": "About leaving this page" },
        element("p", { role: "status", class: "said", "data-leave-said": true }),
        element(
          "p",
          {},
          element("span", { class: "leave-more" }, `This opens ${exitTo} and deletes what you typed here. `),
          "It does not clear your history. ",
          safe,
          ". ",
          element("span", { class: "leave-keys" }, "You can also press Shift 3 times."),
        ),
      ),
    );
}
