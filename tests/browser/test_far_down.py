"""Parts of long pages with ``content-visibility: auto``, which are laid out only when a reader comes near: they can be found, linked to and printed, and
nothing jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from browsing import DESK, PHONE, opened, until
from tiers import each_with_one

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

LEFT = """[...document.querySelectorAll("main *")].filter((one) => getComputedStyle(one).contentVisibility === "auto")"""
"""The elements whose layout the browser may postpone."""
SHIFTS = """window.shifts = [];
new PerformanceObserver((all) => { for (const one of all.getEntries()) if (!one.hadRecentInput) shifts.push(one.value); })
  .observe({ type: "layout-shift", buffered: true });"""
AT_REST = """new Promise((done) => {
  let [last, same] = [-1, 0];
  const look = () => {
    same = scrollY === last ? same + 1 : 0;
    last = scrollY;
    return same > 10 ? done(true) : requestAnimationFrame(look);
  };
  look();
})"""
"""Resolves when the page has not moved for some frames."""
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"
MOST_OFF = 24
"""How many pixels (about a line) a heading may be away from where a link to it should scroll."""
LED_TO = {
    "/roles/practitioners/": ("early-help", "transitions", "who"),
    "/standards/accountability/": ("practitioners", "evidence"),
    "/situations/complain/": ("what-happens-next", "law", "roles"),
    "/sources/learning-review/": ("E11-54",),
    "/glossary/": ("written-reasons",),
}


def come_to(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    until(page, AT_REST)


@pytest.mark.parametrize(("path", "size"), each_with_one([*LED_TO], [PHONE, DESK]))
def test_a_link_far_down_a_long_page_leads_right_there(path: str, size: ViewportSize, browser: Browser, served: str) -> None:
    with opened(browser, viewport=size) as page:
        come_to(page, served + path)
        place = page.evaluate("(id) => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 24", "")
        for name in LED_TO[path]:
            come_to(page, f"{served}{path}")
            page.evaluate("(id) => { location.hash = id; }", name)
            until(page, AT_REST)
            assert abs(page.evaluate(TOP, name) - place) <= MOST_OFF, f"to {name} from the top"
            come_to(page, "about:blank")
            come_to(page, f"{served}{path}#{name}")
            assert abs(page.evaluate(TOP, name) - place) <= MOST_OFF, f"{name} opened anew"


FAR: dict[str, str] = {
    "/roles/practitioners/": "[data-part] .action-text",
    "/standards/accountability/": ".role-part .action-text",
    "/resources/": ".shelf > li p",
}


@pytest.mark.parametrize("path", FAR)
def test_words_that_are_not_laid_out_yet_are_found_on_the_page_and_read_by_a_screen_reader(path: str, browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        come_to(page, served + path)
        words = page.evaluate("(far) => [...document.querySelectorAll(far)].at(-1).textContent.trim().slice(0, 60)", FAR[path])
        assert words in page.locator("main").aria_snapshot().replace("\\", "")
        assert page.evaluate("(words) => window.find(words)", words)
        seen: dict[str, Any] = page.evaluate("() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON()")
        assert seen["height"] > 0


@pytest.mark.parametrize("path", FAR)
def test_once_the_page_has_come_all_of_it_is_laid_out_and_paper_has_all_of_it_at_once(path: str, browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        come_to(page, served + path)
        until(page, f"{LEFT}.length === 0")
    with opened(browser, java_script_enabled=False) as page:
        page.goto(served + path, wait_until="load")
        assert page.evaluate(f"{LEFT}.length") == 0, "nothing is left for a script that does not run"
    with opened(browser) as page:
        page.emulate_media(media="print")
        page.goto(served + path, wait_until="commit")
        until(page, "document.querySelector('footer')")
        assert page.evaluate(f"{LEFT}.length") == 0


@pytest.mark.parametrize("path", FAR)
def test_nothing_moves_under_a_reader_who_scrolls_through_a_long_page(path: str, browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.add_init_script(SHIFTS)
        come_to(page, served + path)
        for _ in range(25):
            page.mouse.wheel(0, 500)
            page.wait_for_timeout(60)
        until(page, AT_REST)
        assert page.evaluate("scrollY") > 5000
        assert sum(page.evaluate("shifts")) <= 0.01


ESTIMATED = """() => {
  const all = [...document.querySelectorAll("main *, .foot *")].filter((one) => getComputedStyle(one).contentVisibility === "auto");
  const estimates = all.map((one) => parseFloat(getComputedStyle(one).containIntrinsicHeight.replace("auto ", "")));
  for (const one of all) one.style.contentVisibility = "visible";
  return all.map((one, at) => [one.className || one.parentElement.className, one.getBoundingClientRect().height, estimates[at]]);
}"""
"""Of each element whose layout the browser may postpone: its class or that of its list, its height, and the estimate of it."""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_item_is_higher_than_its_estimate_so_that_none_lies_over_the_next(size: ViewportSize, browser: Browser, served: str) -> None:
    with opened(browser, viewport=size) as page:
        page.add_init_script("window.requestIdleCallback = () => 0;")  # else far-down.js lays out all of them
        for path in (
            *LED_TO,
            "/roles/leaders/",
            "/standards/risk-enablement/",
            "/stages/arranging/",
            "/stages/whole-system/",
            "/resources/",
            "/law/",
        ):
            page.goto(served + path)
            items = page.evaluate(ESTIMATED)
            assert len(items) > 5, path
            assert [item for item in items if item[1] > item[2]] == [], path
