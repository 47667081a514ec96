"""What the tests in a real browser share: sizes of windows, a window of one's own, a wait, and what counts as a barrier."""

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
"""Every rule of axe that is not being given up, those too that are off unless asked for."""
WITHOUT_STYLES: dict[str, Any] = {"preload": False}
"""Axe does not fetch each style sheet once more, which takes a sixth of its time. One rule needs them, on pages that turn with their screen:
no style here asks how a screen is turned (``output/test_assets.py``), and the largest run has that rule too.
"""
COLOUR_RULES: dict[str, Any] = {"runOnly": ["color-contrast", "color-contrast-enhanced"], "resultTypes": ["violations"]}
"""Dark colours change colours only, so only the rule on contrast can answer differently."""
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
    found.push({text: p.textContent.trim().slice(0, 50), name: p.className, size, longest});
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
"""What floats over a page hides what is under it only until the page is scrolled, and axe does not scroll."""
CUT = """() => {
  for (const holder of document.querySelectorAll('main, main *')) {
    const alike = Map.groupBy(holder.children, one => one.tagName + one.className);
    for (const entries of alike.values()) for (const entry of entries.slice(2, -1)) entry.remove();
  }
}"""
KEEP = """([store, kept]) => {
  for (const [name, text] of Object.entries(kept)) globalThis[store].setItem(name, text);
}"""
"""Keeps texts on the device, in one of the two stores of a browser."""
FILL = """() => {
  for (let size = 2 ** 20, number = 0; size >= 1; number += 1)
    try { localStorage.setItem(`other${number}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
}"""
"""Fills what a browser keeps for the site to the last letter."""
ASKED = """((() => {
  const all = JSON.parse(sessionStorage.getItem(`${document.documentElement.dataset.site}:asked`) ?? '[]');
  return (all.find(([entry]) => entry === history.state?.asked) ?? [0, ''])[1];
})())"""
"""The words that are kept in this tab for the entry of the history that is open."""
EMPTY = "**/empty-page"
STOPPED = re.compile(r"Content Security Policy|Trusted(?:HTML|Script)|violates")
"""What Chromium says of something that a page's policy does not allow."""
KEPT_SCRIPT = re.compile(r"/assets/(?:js|vendor)/[\w/-]+\.js$")
"""The address of a script as it is kept, which only a preview has: a published one has a hash in it."""
LONGEST = 60
"""Seconds that a condition may take to hold: a machine that does much else is late, and only a test that fails waits for so long."""


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a window of its own, closed at the end; a script of the page that fails fails the test, and so does whatever its policy had to stop.

    No copy of the site is kept on the device, as that is thousands of files at each new window: the tests of the copy open their own.
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
    """Lets a test import a single script as it is kept, where the published site has joined it with others."""

    def give(route: Route) -> None:
        route.fulfill(path=ROOT / "overrides" / urlsplit(route.request.url).path.lstrip("/"), content_type="text/javascript")

    page.route(KEPT_SCRIPT, give)


def until(page: Page, condition: str) -> None:
    """Waits until a condition holds in a page.

    The page itself looks again and again, in one call: a call for each look takes more of a small machine than the page does.
    The condition stands in the call's own text, so that the page's security policy stands too. A page that leads on meanwhile is asked anew.
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
    """Waits until a condition holds in the test itself, as when it has held back what a page asked for."""
    end = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < end, "never"
        page.wait_for_timeout(20)


def keep(page: Page, kept: dict[str, str], store: Literal["localStorage", "sessionStorage"] = "localStorage") -> None:
    """Keeps texts on the device, under the names that the site of the open page gives them, for the page that is opened next.

    They are written from an empty page at the same address: the scripts of a page of the site may still be on their way, and would find
    or tidy away what was meant for the next one.
    """
    site = page.evaluate("document.documentElement.dataset.site")
    page.route(EMPTY, lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto(urljoin(page.url, "/empty-page"))
    page.evaluate(KEEP, [store, {f"{site}:{name}": text for name, text in kept.items()}])


def focus(page: Page) -> dict[str, Any]:
    """What has the focus: its element, words, address, place and ring."""
    found: dict[str, Any] = page.evaluate(FOCUS)
    return found


def axe(page: Page, rules: dict[str, Any] = ALL_RULES) -> dict[str, Any]:
    """What axe-core says of the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(LOOK, rules if everything() else {**rules, **WITHOUT_STYLES})
    return found


def barriers(page: Page) -> list[str]:
    """What axe finds on the open page, narrow and wide, light and dark, and whether it scrolls sideways.

    Every size and every colour is looked at once; in the largest run each size in each colour, and the page whole in light colours on a phone.
    Otherwise a row of entries that one template made is cut to its first and last ones: axe takes as long for each entry as for the first, and the
    colours and widths of entries differ as those of a few do. The page is then no longer whole: a test that goes on has to open it again.
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


def barriers_at(page: Page, path: str, go: Callable[[Page, str], None], before: Callable[[Page], None] | None = None) -> list[str]:
    """Opens an address of the site, does to the page what ``before`` does, and tells of its barriers."""
    page.emulate_media(color_scheme="light")
    go(page, path)
    if before:
        before(page)
    return [f"{path} {one}" for one in barriers(page)]
