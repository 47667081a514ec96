"""Runs axe with all its rules on every page of the site: on a phone with the light and dark themes, and in forced colours on a phone and a desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from browsing import ALL_RULES, COLOUR_RULES, CUT, DESK, PHONE, axe, opened
from helpers import Element

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.long("has axe look at every page")
PARTS = 48
"""The number of parts into which the pages are split, so that parallel test processes finish at about the same time."""
SHAPES = {**ALL_RULES, "rules": {rule: {"enabled": False} for rule in COLOUR_RULES["runOnly"]}}
"""All rules except contrast: in forced colours, axe checks the colours of the stylesheet and not those that are shown."""
LOOKS: tuple[tuple[str, ViewportSize, dict[str, Any], dict[str, Any]], ...] = (
    ("light", PHONE, {"color_scheme": "light", "forced_colors": "none"}, ALL_RULES),
    ("dark", PHONE, {"color_scheme": "dark", "forced_colors": "none"}, COLOUR_RULES),
    ("forced", PHONE, {"color_scheme": "light", "forced_colors": "active"}, SHAPES),
    ("forced", DESK, {"color_scheme": "light", "forced_colors": "active"}, SHAPES),
)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_barrier(browser: Browser, served: str, pages: dict[str, Element], part: int, tell: Callable[[str], None]) -> None:
    mine = sorted(pages)[part::PARTS]
    found = []
    with opened(browser, viewport=PHONE) as page:
        for url in mine:
            page.goto(served + url)
            page.evaluate(CUT)
            for look, size, media, rules in LOOKS:
                page.set_viewport_size(size)
                page.emulate_media(**media)
                found += [
                    f"{url} {look} {size['width']} {one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in axe(page, rules)["violations"]
                ]
    tell(f"axe, part {part + 1} of {PARTS}: {len(mine)} pages, {len(found)} barriers")
    assert found == []
