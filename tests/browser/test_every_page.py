"""Axe looks at every page of the site, with every rule: on a phone in light and dark colours, and in colours of the system's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from browsing import ALL_RULES, COLOUR_RULES, CUT, PHONE, axe, opened
from helpers import Element

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.long("has axe look at every page")
PARTS = 48
"""Into how many parts the pages are dealt out, so that those that test side by side end at about the same time."""
SHAPES = {**ALL_RULES, "rules": {rule: {"enabled": False} for rule in COLOUR_RULES["runOnly"]}}
"""In forced colours axe takes the colours that the page asked for as those that are seen."""
LOOKS: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("light", {"color_scheme": "light", "forced_colors": "none"}, ALL_RULES),
    ("dark", {"color_scheme": "dark", "forced_colors": "none"}, COLOUR_RULES),
    ("forced", {"color_scheme": "light", "forced_colors": "active"}, SHAPES),
)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_barrier(browser: Browser, served: str, pages: dict[str, Element], part: int, tell: Callable[[str], None]) -> None:
    mine = sorted(pages)[part::PARTS]
    found = []
    with opened(browser, viewport=PHONE) as page:
        for url in mine:
            page.goto(served + url)
            page.evaluate(CUT)
            for look, media, rules in LOOKS:
                page.emulate_media(**media)
                found += [f"{url} {look} {one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in axe(page, rules)["violations"]]
    tell(f"axe, part {part + 1} of {PARTS}: {len(mine)} pages, {len(found)} barriers")
    assert found == []
