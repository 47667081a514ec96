"""Helpers for browser tests: window sizes, opening a window, waiting for a condition, and finding accessibility barriers with axe."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Error, ViewportSize

from helpers import ROOT
from tiers import everything

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

Colours = Literal["light", "dark"]
PHONE: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 900}
ALL_RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"],
    "resultTypes": ["violations"],
}
"""Every axe rule except deprecated ones, including those that are off by default."""
WITHOUT_STYLES: dict[str, Any] = {"preload": False}
"""Keeps axe from fetching each stylesheet again, which takes a sixth of its time.

Only axe's rule on screen orientation needs that, and no stylesheet here queries orientation (``output/test_assets.py`` checks it). The tier "all" runs the rule
too.
"""
COLOUR_RULES: dict[str, Any] = {"runOnly": ["color-contrast", "color-contrast-enhanced"], "resultTypes": ["violations"]}
"""The dark theme changes only colours, so only the contrast rules can give another result."""
Look: TypeAlias = tuple[ViewportSize, Colours, dict[str, Any]]
LOOKS: tuple[Look, ...] = ((PHONE, "light", ALL_RULES), (DESK, "dark", ALL_RULES))
ALL_LOOKS: tuple[Look, ...] = ((PHONE, "light", ALL_RULES), (PHONE, "dark", COLOUR_RULES), (DESK, "light", ALL_RULES), (DESK, "dark", COLOUR_RULES))
WIDEST = """() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(-3)
  .map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`).join(' | ')"""
FOCUS = """() => {
  const e = document.activeElement, r = e.getBoundingClientRect(), style = getComputedStyle(e);
  return {tag: e.tagName, text: e.textContent.trim().slice(0, 60), href: e.getAttribute('href'), left: r.left, right: r.right,
          width: r.width, height: r.height, top: r.top + scrollY, hidden: style.visibility === 'hidden' || !e.checkVisibility(),
          ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
}"""
LINES = """(least) => {
  const found = [];
  for (const p of document.querySelectorAll('main p, main li, main dd')) {
    if (!p.checkVisibility() || p.querySelector('p, ul, ol, div')) continue;
    const style = getComputedStyle(p), lines = new Map(), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = document.createRange();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.parentElement.closest('.vh')) continue;
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at); range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (box && box.width) lines.set(Math.round(box.bottom / 8), (lines.get(Math.round(box.bottom / 8)) ?? 0) + 1);
      }
    }
    if (lines.size < least) continue;
    const size = parseFloat(style.fontSize), longest = Math.max(...lines.values());
    found.push({text: p.textContent.trim().slice(0, 50), name: p.className, size, longest, parted: Boolean(p.querySelector('br'))});
  }
  return found;
}"""
LOOK = """async (rules) => {
  const floats = one => ['fixed', 'sticky'].includes(getComputedStyle(one).position);
  const floating = [...document.querySelectorAll('main :is(a, nav, button, div, p)')].filter(floats);
  for (const one of floating) one.style.position = 'static';
  const found = await axe.run(rules);
  for (const one of floating) one.style.position = '';
  return found;
}"""
"""Runs axe with floating elements put into the flow. They cover text only until the page is scrolled, and axe does not scroll."""
CUT = """() => {
  for (const holder of document.querySelectorAll('main, main *')) {
    const alike = Map.groupBy(holder.children, one => one.tagName + one.className);
    for (const entries of alike.values()) for (const entry of entries.slice(2, -1)) entry.remove();
  }
}"""
KEEP = """([store, kept]) => {
  for (const [name, text] of Object.entries(kept)) globalThis[store].setItem(name, text);
}"""
"""Stores texts in localStorage or sessionStorage."""
FILL = """() => {
  for (let size = 2 ** 20, number = 0; size >= 1; number += 1)
    try { localStorage.setItem(`other${number}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
}"""
"""Fills the site's localStorage to the last character."""
ASKED = """((() => {
  const all = JSON.parse(sessionStorage.getItem(`${document.documentElement.dataset.site}:asked`) ?? '[]');
  return (all.find(([entry]) => entry === history.state?.asked) ?? [0, ''])[1];
})())"""
"""The search words that this tab has stored for the current history entry."""
EMPTY = "**/empty-page"
STOPPED = re.compile(r"Content Security Policy|Trusted(?:HTML|Script)|violates")
"""Chromium's console messages about something blocked by the page's Content-Security-Policy."""
KEPT_SCRIPT = re.compile(r"/assets/(?:js|vendor)/[\w/-]+\.js$")
"""The address of a script under its source name. Only a preview has such addresses; published ones contain a hash."""
LONGEST = 60
"""Seconds to wait for a condition at most: a busy machine may be slow, and only a failing test waits this long."""


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a new window, closed at the end. The test fails if a script of the page throws, or if the page's policy blocks anything.

    Service workers are blocked, because each new window would otherwise save thousands of files for reading offline. Tests of that copy open their own.
    """
    context = browser.new_context(**{"viewport": DESK, "service_workers": "block", **options})
    context.set_default_timeout(LONGEST * 1000)
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda message: failures.append(message.text) if STOPPED.search(message.text) else None)
    try:
        yield page
        assert failures == [], failures
    finally:
        context.close()


def with_kept_scripts(page: Page) -> None:
    """Lets a test import a single module under its source name, although the published site has only bundles."""

    def give(route: Route) -> None:
        route.fulfill(path=ROOT / "overrides" / urlsplit(route.request.url).path.lstrip("/"), content_type="text/javascript")

    page.route(KEPT_SCRIPT, give)


def until(page: Page, condition: str) -> None:
    """Waits until a JavaScript expression is true in a page.

    The page itself polls, in a single call: a call for each poll would take more processor time than the page. The expression is part of the call's source, and
    not passed to ``eval``, which the page's Content-Security-Policy forbids. If the page navigates meanwhile, the call is made again on the new page.
    """
    look = f"""async () => {{
      for (const end = performance.now() + {LONGEST * 1000}; performance.now() < end; await new Promise(next => setTimeout(next, 15)))
        if (await ({condition})) return true;
      return false;
    }}"""
    for _ in range(10):
        try:
            assert page.evaluate(look), f"never: {condition}"
            return
        except Error as error:
            if "navigat" not in error.message and "context was destroyed" not in error.message:
                raise
    raise AssertionError(f"the page leads on and on: {condition}")


def until_here(page: Page, condition: Callable[[], object]) -> None:
    """Waits until a condition is true in the test itself, such as that a request has arrived."""
    end = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < end, "never"
        page.wait_for_timeout(20)


def set_storage(page: Page, kept: dict[str, str], store: Literal["localStorage", "sessionStorage"] = "localStorage") -> None:
    """Stores texts under the site's own key names, for the page that is opened next.

    They are written from an empty page of the same origin, because scripts of a real page may still be running and could read or delete them too early.
    """
    site = page.evaluate("document.documentElement.dataset.site")
    page.route(EMPTY, lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto(urljoin(page.url, "/empty-page"))
    page.evaluate(KEEP, [store, {f"{site}:{name}": text for name, text in kept.items()}])


def focus(page: Page) -> dict[str, Any]:
    """The focused element: its tag, text, link, position, and whether its focus ring is visible."""
    found: dict[str, Any] = page.evaluate(FOCUS)
    return found


def axe(page: Page, rules: dict[str, Any] = ALL_RULES) -> dict[str, Any]:
    """The results of axe-core for the page in its current state."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(LOOK, rules if everything() else {**rules, **WITHOUT_STYLES})
    return found


def barriers(page: Page) -> list[str]:
    """What axe finds on the open page, narrow and wide, light and dark, and whether the page scrolls sideways.

    The tier "all" tries both widths in both themes, and the whole page on a phone in the light theme. Other tiers try each width and each theme once, on a page
    in which long rows of similar elements are cut to the first two and the last: axe needs the same time for each, and they differ no more than these do.
    Afterwards the page is no longer complete, so a test that goes on must open it again.
    """
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(f"{size['width']} scrolls sideways: {page.evaluate(WIDEST)}")
    whole = everything()
    for size, colours, rules in ALL_LOOKS if whole else LOOKS:
        if not whole:
            page.evaluate(CUT)
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=colours)
        for violation in axe(page, rules)["violations"]:
            nodes = [node["target"] for node in violation["nodes"]][:3]
            found.append(f"{size['width']} {colours} {violation['id']}: {violation['help']} {nodes}")
        page.evaluate(CUT)
    return found


LAID_OUT = """[...document.querySelectorAll(".action, .findings > li, [data-entries], .foot > .wrap")]
  .every((one) => getComputedStyle(one).contentVisibility !== "auto")"""
"""True when far-down.js has laid out the whole page. Until then places change while axe measures them."""


def barriers_at(page: Page, path: str, go: Callable[[Page, str], None], before: Callable[[Page], None] | None = None) -> list[str]:
    """Opens an address, prepares the page with ``before``, and returns its barriers, each with the address."""
    page.emulate_media(color_scheme="light")
    go(page, path)
    if before:
        before(page)
    until(page, LAID_OUT)
    return [f"{path} {one}" for one in barriers(page)]
