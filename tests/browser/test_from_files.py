"""The site opened from files (file: addresses), without a server. Browsers load no modules then, but pages can be read and the menu works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import DESK, PHONE
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

SEEN = """() => {
  const shown = (one) => Boolean(one?.checkVisibility({ visibilityProperty: true }));
  return {
    title: shown(document.querySelector("h1")),
    dressed: getComputedStyle(document.querySelector(".top")).backgroundColor !== "rgba(0, 0, 0, 0)",
    menu: [shown(document.querySelector("[data-menu]")), shown(document.querySelector("#menu a"))],
    dead: [...document.querySelectorAll("[data-colours], [data-copy], [data-ticks], [data-narrow]")].filter(shown).length,
  };
}"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_pages_are_read_from_files_and_the_menu_leads_on(browser: Browser, built: Path, framework: Framework, size: ViewportSize) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    narrow = size == PHONE
    seen = {"title": True, "dressed": True, "menu": [narrow, not narrow], "dead": 0}
    page.goto((built / f"standards/{framework.standards[0].id}/index.html").as_uri(), wait_until="load")
    assert page.evaluate(SEEN) == seen
    for place in ("roles", "glossary"):
        if narrow:
            page.get_by_role("button", name="Menu").click()
        page.locator(f"#menu a[href$='/{place}/']").click()
        page.wait_for_url(f"**/{place}/index.html")
        assert page.evaluate(SEEN) == seen
    context.close()
