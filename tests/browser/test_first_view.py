"""The first view of each kind of page: nothing jumps, few bytes are loaded, and if something cannot be loaded the page says so and stays usable."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

import pytest

from browsing import DESK, PHONE, opened, until, until_here
from helpers import ROOT
from tiers import each_with_one

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request, Route, ViewportSize

KINDS = {
    "home": "/",
    "standard": "/standards/independent-support/",
    "role": "/roles/practitioners/",
    "statement": "/actions/independent-support-s1/",
    "easy read": "/easy-read/standards/independent-support/",
    "resources": "/resources/?q=form",
    "search": "/search/?q=budget",
    "search without a question": "/search/",
    "easy search": "/easy-read/search/?q=money",
    "situation": "/situations/complain/",
    "situations": "/situations/",
    "contacts": "/contacts/",
    "findings": "/findings/?q=choice",
    "pack": "/pack/",
    "self-evaluation": "/self-evaluation/",
    "my words": "/my-words/",
}
SLOWLY = {"home", "standard", "statement", "easy read", "search", "situation", "findings", "pack"}
A_PHONE: ViewportSize = {"width": 412, "height": 823}
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""Latency in milliseconds, and bytes per second: 1.6 Mbit/s, as Lighthouse simulates for a phone."""
MOST_SHIFT = 0.01
"""The largest cumulative layout shift (CLS). Good is 0.1 at most: https://web.dev/articles/cls."""
MOST_SHIFT_OF_TYPE = 0.05
"""The same when the typeface arrives after the first paint. The fallback font has the same average width, but some lines may still break elsewhere."""
SHIFTS = """window.shifts = [];
new PerformanceObserver((all) => { for (const one of all.getEntries()) if (!one.hadRecentInput) shifts.push(one.value); })
  .observe({ type: "layout-shift", buffered: true });"""
MOST_SCRIPTS = 7_100
"""The most bytes, compressed with gzip, of all scripts that load before a reader does anything. Measured on 30 November 2026: 6,787 on a desktop and 6,178 on a
phone."""
ONE_VOICE = """Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: {
  getVoices: () => [{ name: 'One', lang: 'en-GB', voiceURI: 'One' }], addEventListener() {}, speak() {}, cancel() {}, resume() {},
} });"""
"""A stub of speech synthesis with one voice, as most devices have: the test browser has none."""
AT_REST = """document.readyState === 'complete' &&
  performance.now() - Math.max(...performance.getEntriesByType('resource').map((one) => one.responseEnd)) > 400 &&
  new Promise((next) => requestIdleCallback(() => next(true)))"""
"""True when nothing has loaded for a while and the loaded scripts have run."""
MENU = """(() => {
  const shown = (one) => one && one.checkVisibility({ visibilityProperty: true });
  const menu = document.getElementById("menu"), button = document.querySelector("[data-menu]");
  const [line, h1] = ["[data-incomplete]", "h1"].map((one) => shown(document.querySelector(one)));
  return { menu: shown(menu.querySelector("a")), button: shown(button), line, h1 };
})()"""
DEAD = """[...document.querySelectorAll("[data-ticks], [data-compare], [data-lens], [data-narrow], [data-print], [data-listen], [data-copy]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.outerHTML.slice(0, 80))"""


def on_a_slow_line(kind: str) -> object:
    """Marks a kind of page as ``long`` unless it is in SLOWLY, because each takes seconds on a slow connection."""
    return kind if kind in SLOWLY else pytest.param(kind, marks=pytest.mark.long("waits for pages on a slow line"))


@pytest.mark.parametrize("kind", [on_a_slow_line(kind) for kind in KINDS])
def test_nothing_moves_while_a_page_comes(kind: str, browser: Browser, served: str, tell: Callable[[str], None]) -> None:
    with opened(browser, viewport=A_PHONE) as page:
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", SLOW_LINE)
        page.add_init_script(SHIFTS)
        page.goto(served + KINDS[kind], wait_until="load")
        until(page, AT_REST)
        shift = sum(page.evaluate("shifts"))
        tell(f"CLS of {kind}: {shift:.4f}")
        assert shift <= MOST_SHIFT


def asked_by(page: Page, address: str) -> list[Request]:
    """The requests of a page, in order."""
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one))
    page.goto(address, wait_until="load")
    until(page, AT_REST)
    return asked


def first_paint(url: str) -> bool:
    """Whether this is the script that notices when another one cannot be loaded."""
    return "/first-paint." in url


ASSETS = {"script", "stylesheet", "font", "fetch"}
NOT_COMING: dict[str, Callable[[Route], None]] = {
    "aborted": lambda route: route.abort(),
    "of an edition that is gone": lambda route: route.fulfill(status=404, body="Not found"),
}
"""Ways in which a file can be missing: the connection fails; or the page came from the browser's cache, and the host no longer has files with the
hashes in it."""


@pytest.mark.parametrize(("kind", "how"), each_with_one([*KINDS], [*NOT_COMING]))
def test_whatever_does_not_come_the_menu_stays_no_control_is_dead_and_a_line_says_so(
    kind: str, how: str, browser: Browser, served: str, sample: Callable[[Sequence[Any], int], Sequence[Any]]
) -> None:
    with opened(browser, viewport=PHONE) as page:
        asked = [one.url for one in asked_by(page, served + KINDS[kind]) if one.resource_type in ASSETS]
        assert asked
        at = list(KINDS).index(kind)
        for url in sample([*dict.fromkeys(asked[at % 6 :])], 6):
            page.route(url, NOT_COMING[how])
            page.goto(served + KINDS[kind], wait_until="load")
            until(page, AT_REST)
            page.unroute(url)
            seen = page.evaluate(MENU)
            what = f"{kind}, {how}: {url.removeprefix(served)}: {seen}"
            assert seen["h1"], what
            assert seen["menu"] != seen["button"], f"the menu is open, or there is a button that opens it: {what}"
            if seen["button"]:
                page.locator("[data-menu]").click()
                assert page.locator("#menu a").first.is_visible(), what
            if re.search(r"\.(?:js|css)$", url) and not first_paint(url):
                assert seen["line"], what
            if "/base." in url:
                assert page.evaluate(DEAD) == [], what


@pytest.mark.parametrize("kind", [on_a_slow_line(kind) for kind in KINDS])
def test_what_comes_late_moves_nothing_and_then_the_page_is_whole(
    kind: str, browser: Browser, served: str, sample: Callable[[Sequence[Any], int], Sequence[Any]]
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with opened(browser, viewport=PHONE) as page:
        page.add_init_script(SHIFTS)
        asked = [one.url for one in asked_by(page, served + KINDS[kind]) if one.resource_type in ASSETS]
        whole = page.evaluate(MENU)
        at = list(KINDS).index(kind)
        for url in sample([*dict.fromkeys(asked[at % 5 :])], 5):
            held.clear()
            page.route(url, hold)
            page.goto(served + KINDS[kind], wait_until="commit")
            until_here(page, lambda: held)
            what = f"{kind}, late: {url.removeprefix(served)}"
            if not url.endswith(".css") and not first_paint(url):  # browsers render nothing before these have loaded, so nobody sees a page without them
                until(page, "performance.getEntriesByName('first-contentful-paint').length")
                seen = page.evaluate(MENU)
                assert seen["h1"], what
                assert not seen["line"], what
            for route in held:
                route.continue_()
            page.unroute(url)
            until(page, AT_REST)
            assert page.evaluate(MENU) == whole, what
            most = MOST_SHIFT_OF_TYPE if url.endswith(".woff2") else MOST_SHIFT
            assert sum(page.evaluate("shifts")) <= most, f"{what}: {page.evaluate('shifts')}"


MISSING = {
    "/search/?q=budget": ("**/search/start.json", "Search is not working"),
    "/easy-read/search/?q=money": ("**/easy-read/search/start.json", "The search did not work"),
    "/pack/?standard=independent-support": ("**/pack/parts/*.json", "part of it did not load"),
    "/self-evaluation/": ("**/self-evaluation/parts/index.json", "Part of this page did not load"),
    "/findings/?q=choice": ("**/findings/all.json", "The findings did not load"),
}


@pytest.mark.parametrize("path", MISSING)
def test_data_that_do_not_come_are_told_with_what_to_do(path: str, browser: Browser, served: str) -> None:
    files, words = MISSING[path]
    with opened(browser) as page:
        page.route(files, lambda route: route.abort())
        page.goto(served + path, wait_until="load")
        until(page, f"document.querySelector('main').innerText.includes({words!r})")


TOOLS = {"/search/": "/search.*.js", "/pack/": "/pack/pack.*.js", "/self-evaluation/": "/app.*.js", "/my-words/": "/my-words/my-words.*.js"}


@pytest.mark.parametrize("path", TOOLS)
def test_the_sentence_that_says_what_a_tool_needs_is_shown_where_its_script_does_not_come_and_gone_where_it_runs(
    path: str, browser: Browser, served: str
) -> None:
    with opened(browser) as page:
        page.goto(served + path, wait_until="load")
        until(page, "!document.querySelector('.without-scripts')")
        page.route(f"**{TOOLS[path]}", lambda route: route.abort())
        page.goto(served + path, wait_until="load")
        assert page.locator(".without-scripts").is_visible()
        assert page.locator("[data-incomplete]").is_visible()


UNSEEN = """[...document.querySelectorAll("main > *, main section")].filter((one) => getComputedStyle(one).visibility === "hidden" && !one.hidden
  && !one.closest("[hidden]")).map((one) => one.outerHTML.slice(0, 80))"""
UNDER_WORDS = "document.querySelector('footer').getBoundingClientRect().bottom <= document.querySelector('[data-incomplete]').getBoundingClientRect().top + 1"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", [on_a_slow_line(kind) for kind in KINDS])
def test_where_scripts_do_not_come_that_is_told_where_it_moves_nothing_and_hides_nothing_for_good(
    kind: str, size: ViewportSize, browser: Browser, served: str
) -> None:
    held: list[Route] = []
    with opened(browser, viewport=size) as page:
        page.add_init_script(SHIFTS)
        page.route("**/base.*.js", lambda route: held.append(route))
        page.goto(served + KINDS[kind], wait_until="commit")
        until_here(page, lambda: held)
        until(page, "performance.getEntriesByName('first-contentful-paint').length")
        for route in held:  # as on a slow line: the page is shown before it notices that a script is missing
            route.abort()
        line = page.locator("[data-incomplete]")
        line.wait_for()
        until(page, AT_REST)
        assert sum(page.evaluate("shifts")) <= MOST_SHIFT
        box = line.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] == size["height"], "at the foot of the window"
        assert box["height"] < size["height"] / 4
        assert page.evaluate(UNSEEN) == []
        line.get_by_role("button").click()
        assert line.is_hidden()
        page.evaluate("dispatchEvent(new Event('incomplete'))")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        until(page, UNDER_WORDS)


def test_words_for_a_situation_are_taken_to_the_search_where_their_own_script_does_not_come(browser: Browser, served: str) -> None:
    with opened(browser) as page:
        page.route("**/find.*.js", lambda route: route.abort())
        page.goto(f"{served}/situations/", wait_until="load")
        page.locator("[data-incomplete]").wait_for()
        page.locator("#what").fill("my budget was cut")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/")
        until(page, "document.querySelector('#q').value === 'my budget was cut' && document.querySelector('[data-results] a')")


def test_a_page_that_leads_on_takes_along_what_follows_its_address(browser: Browser, served: str) -> None:
    with opened(browser) as page:
        page.goto(f"{served}/standards/1/?from=poster#law")
        page.wait_for_url("**/standards/independent-support/?from=poster#law")


SCRIPTS = sorted(path for path in ROOT.glob("overrides/assets/js/*/*.js") if path.parent.name != "vendor")
MODULE = re.compile(r"""^import\b[^;"]*"[^"]+";|^export\b[^;=({]*from "[^"]+";|^export (?:default )?(?=async|function|const|let|class)""", re.MULTILINE)
"""Import and export statements, which a module may have and a function body may not."""


def test_no_script_waits_at_its_top_for_what_all_of_it_would_hang_on(browser: Browser) -> None:
    assert len(SCRIPTS) > 100
    parses = "text => { try { new Function(text); return '' } catch (error) { return error.message } }"
    with opened(browser) as page:
        texts = {path.name: MODULE.sub("", path.read_text("utf-8")).replace("import.meta", "({})") for path in SCRIPTS}
        assert page.evaluate(parses, "await 1;") != ""
        assert {name: said for name, text in texts.items() if (said := page.evaluate(parses, text))} == {}


@pytest.mark.parametrize("kind", ["home", "standard", "statement"])
def test_the_scripts_that_come_unasked_are_light(kind: str, browser: Browser, served: str, tell: Callable[[str], None]) -> None:
    with opened(browser) as page:
        page.add_init_script(ONE_VOICE)
        scripts = {one.url: one for one in asked_by(page, served + KINDS[kind]) if one.resource_type == "script"}
        assert page.locator("[data-listen]").is_visible()
        weight = sum(len(gzip.compress((one.response() or pytest.fail("no answer")).body(), 9)) for one in scripts.values())
        tell(f"scripts of a page of the kind {kind} before anything is asked for: {weight:,} bytes in {len(scripts)} files")
        assert len(scripts) >= 2
        assert weight <= MOST_SCRIPTS


COMING = {
    "Listen": ("**/listen.*.js", "/standards/independent-support/", "[data-listen]"),
    "the bar of Listen": ("**/listening.*.css", "/standards/independent-support/", "[data-listen]"),
    "my words": ("**/add.*.js", "/standards/independent-support/", ".say-add"),
    "list of areas": ("**/area.*.js", "/situations/complain/", "[data-choose-area] select"),
    "copy": ("**/copies.*.js", "/standards/independent-support/", ".action-copy"),
}


@pytest.mark.parametrize("what", COMING)
def test_what_comes_at_a_press_is_told_where_it_does_not_come(what: str, browser: Browser, served: str) -> None:
    files, path, button = COMING[what]
    with opened(browser) as page:
        page.add_init_script(ONE_VOICE)
        asked = asked_by(page, served + path)
        assert not any(fnmatch(one.url, files) for one in asked)
        page.route(files, lambda route: route.abort())
        assert page.locator("[data-incomplete]").is_hidden()
        page.locator(button).first.click()
        page.locator("[data-incomplete]").wait_for()


PICTURES = """[...document.images].filter((one) => one.checkVisibility()).map((one) => {
  const box = one.getBoundingClientRect();
  return { lazy: one.loading === "lazy", sized: one.hasAttribute("width") && one.hasAttribute("height"), seen: box.top < innerHeight };
})"""


@pytest.mark.parametrize("kind", ["home", "role", "easy read", "situation", "resources"])
def test_the_first_picture_in_sight_does_not_wait_and_those_further_down_do(kind: str, browser: Browser, served: str) -> None:
    for size in (A_PHONE, DESK):
        with opened(browser, viewport=size) as page:
            page.goto(served + KINDS[kind], wait_until="load")
            pictures = page.evaluate(PICTURES)
            assert pictures or kind != "easy read"
            assert all(one["sized"] for one in pictures)
            assert not any(one["lazy"] for one in pictures[:1] if one["seen"])
            assert all(one["lazy"] for one in pictures[1:])
