"""Every situation page with the Tab key only, on the narrowest phone: what someone needs first gets the focus, is on the screen, and is not covered
by a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from browsing import PHONE, opened, until
from sds.model.framework import Framework
from sds.model.urls import url_of
from tiers import Sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST = 150  # presses of Tab
WANTED = {
    "the way to leave": "[data-leave]",
    "the first number": "main a[href^='tel:']",
    "the first sentence to add": "main [data-say] button",
    "print": "main button[data-print]",
}
MET = """(wanted) => {
  const here = document.activeElement;
  const met = Object.keys(wanted).filter((name) => [...document.querySelectorAll(wanted[name])].find((one) => one.checkVisibility()) === here);
  const style = getComputedStyle(here), box = here.getClientRects()[0];
  const at = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    met,
    body: here === document.body,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inSight: Boolean(box) && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth,
    over: at && !here.contains(at) && !at.contains(here) ? `${at.tagName} ${at.className}` : '',
  };
}"""


@pytest.mark.heavy
def test_tab_alone_reaches_what_is_needed_first_on_every_situation_in_sight_and_under_no_bar(
    browser: Browser, framework: Framework, served: str, sample: Sample
) -> None:
    with opened(browser, viewport=PHONE) as page:
        for one in sample(framework.situations, 4):
            page.goto(served + url_of(framework, "situations", one.id), wait_until="load")
            until(page, "document.querySelector('main [data-say] button') !== null")
            missing = [name for name in WANTED if name != "the way to leave" or one.quick_exit]
            for _ in range(MOST):
                page.keyboard.press("Tab")
                seen: dict[str, Any] = page.evaluate(MET, WANTED)
                for name in seen["met"]:
                    if not seen["inSight"]:  # the window is still scrolling to it
                        until(page, "document.activeElement.getBoundingClientRect().bottom <= innerHeight")
                        seen = page.evaluate(MET, WANTED)
                    assert (seen["ring"], seen["inSight"], seen["over"]) == (True, True, ""), f"{one.id}: {name}: {seen}"
                    missing.remove(name)
                if not missing or seen["body"]:
                    break
            assert missing == [], one.id
