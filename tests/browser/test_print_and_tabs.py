"""Each kind of page printed, and used by keyboard: prints in light colours, names stay on one line, headings stay with their text, and long groups of links can
be skipped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from browsing import PHONE, opened
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = (
    "/",
    "/standards/{standard}/",
    "/actions/{action}/",
    "/roles/{role}/",
    "/situations/{situation}/",
    "/easy-read/standards/{standard}/",
    "/stages/{stage}/",
    "/contacts/",
    "/glossary/",
    "/law/",
    "/resources/",
    "/templates/",
    "/sources/{source}/",
    "/about/",
    "/accessibility/",
)
PARTED = """() => {
  const kept = (one, side) => ['avoid', 'avoid-page'].includes(getComputedStyle(one)[side]);
  const holders = (one) => { const all = []; for (let up = one.parentElement; up; up = up.parentElement) all.push(up); return all; };
  return [...document.querySelectorAll('main :is(h1, h2, h3, h4, dt)')]
    .filter((one) => one.checkVisibility() && !kept(one, 'breakAfter') && !holders(one).some((up) => kept(up, 'breakInside')))
    .map((one) => `${one.tagName}: ${one.textContent.trim().slice(0, 40)}`);
}"""
"""Headings after which a printed page may break, and which would then be separated from their text.

The test reads the CSS break rules as Chromium computes them, because every browser follows these.
"""
GROUND = """() => [document.body, document.querySelector('main'), ...document.querySelectorAll('main :is(section, article, p, li)')]
  .filter((one) => one.checkVisibility())
  .map((one) => getComputedStyle(one)).map((style) => [style.backgroundColor, style.color])"""
STOPS = """() => [...document.querySelectorAll('main .role-part')].map((part) => ({
  stops: [...part.querySelectorAll('a[href], button, input, select, summary')].filter((one) => one.checkVisibility({ visibilityProperty: true })).length,
  over: part.querySelector('a.over')?.getAttribute('href') ?? '',
}))"""


@pytest.fixture
def dark(browser: Browser) -> Iterator[Page]:
    """A window with a dark colour scheme."""
    with opened(browser, color_scheme="dark") as page:
        yield page


def light(colour: str) -> float:
    """The lightness of a colour, from 0 to 255. A transparent one counts as white."""
    red, green, blue, *through = json.loads(f"[{colour.partition('(')[2].rstrip(')')}]")
    return 255.0 if through and float(through[0]) < 0.5 else (float(red) + float(green) + float(blue)) / 3


def address(kind: str, framework: Framework) -> str:
    first = {"standard": framework.standards[0].id, "action": framework.current_actions[0].id, "role": framework.roles[1].id}
    first |= {"stage": framework.spine.stages[2].id, "situation": framework.situations[0].id, "source": framework.sources[0].id}
    return kind.format(**first)


@pytest.mark.parametrize("kind", KINDS)
def test_paper_is_light_and_no_name_is_parted_from_what_follows(dark: Page, served: str, framework: Framework, kind: str) -> None:
    dark.goto(served + address(kind, framework), wait_until="load")
    dark.emulate_media(media="print")
    grounds = dark.evaluate(GROUND)
    assert len(grounds) > 3
    assert [one for one in grounds if light(one[0]) < 200 or light(one[1]) > 130] == []
    assert dark.evaluate(PARTED) == []


def test_a_printed_search_says_its_question(dark: Page, go: Callable[[Page, str], None]) -> None:
    go(dark, "/search/?q=budget")
    dark.locator("[data-results] > ol > li").first.wait_for()
    dark.emulate_media(media="print")
    assert "for \u201cbudget\u201d" in dark.locator("main").inner_text()


def test_a_printed_search_shows_its_question_whole_on_narrow_paper(browser: Browser, go: Callable[[Page, str], None]) -> None:
    """Paper can be as narrow as a phone, where the search box itself shows the query."""
    asked = "they say there are no carers and my mum has been in hospital for seven weeks now"
    with opened(browser, viewport=PHONE) as page:
        go(page, f"/search/?q={asked.replace(' ', '+')}")
        page.locator("[data-results] > ol > li").first.wait_for()
        page.emulate_media(media="print")
        heading = page.locator("main h2").first
        assert asked in page.locator("main").inner_text()
        assert heading.evaluate("one => one.scrollHeight <= one.clientHeight + 1 && getComputedStyle(one).webkitLineClamp === 'none'")
        assert page.locator("main h1").evaluate("one => getComputedStyle(one).clipPath") == "none"


def test_long_groups_of_links_can_be_skipped_by_keyboard(
    dark: Page, go: Callable[[Page, str], None], framework: Framework, tell: Callable[[str], None]
) -> None:
    go(dark, f"/standards/{framework.standards[0].id}/")
    parts = dark.evaluate(STOPS)
    assert len(parts) == len(framework.roles)
    tell(f"groups of statements of a standard: {', '.join(str(part['stops']) for part in parts)} tab stops, each with a way over it")
    for part in parts:
        over = dark.locator(f"a.over[href='{part['over']}']")
        over.focus()
        assert over.evaluate("one => one.getBoundingClientRect().height") >= 24, "it is seen when it has the focus"
        dark.keyboard.press("Enter")
        dark.keyboard.press("Tab")
        assert dark.evaluate("document.activeElement.parentElement.id") == part["over"].removeprefix("#")
