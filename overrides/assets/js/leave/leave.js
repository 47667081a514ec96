/**
 * The way to leave a page at once: by the link at its top, or by pressing Shift three times. The page goes blank
 * before the next one comes, and what may say something of the reader is deleted.
 */
import { ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";
import { forgetTraces, TOLD } from "../shared/forget.js";
import { changedElsewhere, remember, rememberInTab } from "../shared/store.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds

/**
 * Makes the link at the top of this page leave it at once. A page that was opened from one that has such a link gets
 * one, too: the page before it told its address.
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

/** Leaves, and lets other tabs that show such a page leave it, too. */
function go() {
  forgetTraces();
  return away();
}

/** A blank page first, then the other one. Without a connection the blank page stays. */
function away() {
  const target = document.documentElement.dataset.exit;
  window.speechSynthesis?.cancel();
  document.title = "Loading";
  document.body.replaceChildren();
  document.documentElement.className = "js";
  document.documentElement.scrollTo(0, 0);
  if (navigator.onLine) return location.replace(target);
  history.replaceState(null, "", ROOT); // the address says nothing of the page, either
  addEventListener("online", () => location.replace(target));
  return undefined;
}

/** Counts how often Shift alone is pressed and let go, within a few seconds, and tells how many are left. */
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
 * Tells the page that a link or a search opens that it was opened from here, so that it can be left at once, too. A new
 * tab knows nothing of what this one keeps, so the time of the touch is kept on the device, and not which link it was.
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

/** The link and the lines about it, on a page that was opened from one that has them: as in parts/leave.html and parts/leave-about.html. */
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
