"""The quick exit: where it is offered, what it deletes, and what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from browsing import ASKED, PHONE, opened, set_storage, until, until_here
from sds.model.framework import Framework
from sds.model.urls import url_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LEFT = "<title>Weather</title><p>It rains."
KEPT = {
    "my-words": '[{"id":"own-1","words":"I am not safe."}]',
    "my-letter": '{"id":"","answers":{}}',
    "area": "angus",
    "ticks-practitioners": '{"ticks":[]}',
}
TEAM = {"evaluations": "[]", "easy-size": "largest"}
"""Data that stays: it is a team's work or the look of pages, and does not show what someone read."""
NAMES = "Object.keys(localStorage).concat(Object.keys(sessionStorage)).map(name => name.split(':')[1]).sort()"


@contextmanager
def with_traces(browser: Browser, served: str, address: str, exit_to: str) -> Iterator[Page]:
    """A page at ``address`` on a device with stored data. The page that the exit leads to is a stub; what is left in storage is read from the site itself."""
    with opened(browser, viewport=PHONE) as page:
        page.route(f"{exit_to}**", lambda route: route.fulfill(body=LEFT, content_type="text/html"))
        page.goto(served + "/stay-safe/", wait_until="load")
        set_storage(page, {**KEPT, **TEAM})
        page.goto(served + address, wait_until="load")
        until_here(page, lambda: counts_shifts(page))
        yield page


def counts_shifts(page: Page) -> bool:
    """Whether the script, which loads late, is running: it counts presses of Shift, and starts again after another key."""
    page.keyboard.press("Shift")
    counted = page.locator("[data-leave-said]").inner_text() != ""
    page.keyboard.press("Escape")
    return counted


def is_left(page: Page, served: str, exit_to: str) -> None:
    page.wait_for_url(f"{exit_to}**")
    assert page.title() == "Weather"
    page.goto(served + "/robots.txt")
    assert page.evaluate(NAMES) == sorted(TEAM)


@pytest.mark.parametrize("easy", [False, True], ids=["in full", "easy read"])
@pytest.mark.parametrize("by", ["a tap", "three times Shift"])
def test_leaving_opens_another_page_and_deletes_words_letters_ticks_and_the_area(
    browser: Browser, framework: Framework, served: str, by: str, easy: bool
) -> None:
    assert framework.spine.framework.quick_exit
    exit_to = framework.spine.framework.quick_exit.address
    id = next(one.id for one in framework.situations if one.quick_exit)
    address = url_of(framework, "easy_read", f"situations/{id}") if easy else url_of(framework, "situations", id)
    with with_traces(browser, served, address, exit_to) as page:
        link = page.locator("[data-leave]")
        assert "does not clear your history" in page.locator(".leave-about").inner_text()
        box = link.bounding_box()
        assert box is not None
        assert box["y"] < 60
        assert box["height"] >= 44
        if by == "a tap":
            link.click()
        else:
            for _ in range(3):
                page.keyboard.press("Shift")
        is_left(page, served, exit_to)


def test_what_is_opened_from_there_can_be_left_too_and_a_search_from_there_is_in_no_address(browser: Browser, framework: Framework, served: str) -> None:
    assert framework.spine.framework.quick_exit
    exit_to = framework.spine.framework.quick_exit.address
    one = next(one for one in framework.situations if one.quick_exit)
    with with_traces(browser, served, url_of(framework, "situations", one.id), exit_to) as page:
        page.locator("main a[href*='/law/']").first.click()
        page.wait_for_url("**/law/**")
        until(page, "document.querySelector('[data-leave]') !== null")
        page.locator("[data-leave]").click()
        is_left(page, served, exit_to)
    with with_traces(browser, served, url_of(framework, "situations", one.id), exit_to) as page:
        page.locator("form[role=search] input[type=search]").first.evaluate("(box) => { box.value = 'he hits me'; box.form.requestSubmit(); }")
        page.wait_for_url("**/search/*")
        until(page, f"{ASKED} === 'he hits me'")
        until(page, "document.querySelector('[data-leave]') !== null")
        page.locator("#q").press("End")
        page.keyboard.type(" often")  # is not stored yet when the reader leaves the page
        page.locator("[data-leave]").click()
        is_left(page, served, exit_to)


@pytest.mark.parametrize("how", ["by its menu", "with the key held", "of a page opened from there"])
def test_a_link_opened_in_a_new_tab_can_be_left_too(browser: Browser, framework: Framework, served: str, how: str) -> None:
    """A tab opened by the browser's own menu does not know the tab before it, like a tab opened by hand at the same address."""
    assert framework.spine.framework.quick_exit
    exit_to = framework.spine.framework.quick_exit.address
    one = next(one for one in framework.situations if one.quick_exit)
    with with_traces(browser, served, url_of(framework, "situations", one.id), exit_to) as page:
        if how == "of a page opened from there":
            page.locator("main a[href*='/law/']").first.click()
            page.wait_for_url("**/law/**")
            until(page, "document.querySelector('[data-leave]') !== null")
        link = page.locator("main a[href*='/standards/'], main a[href*='/law/']").last
        address = str(link.evaluate("one => one.href"))
        if how == "with the key held":
            with page.context.expect_page() as opening:
                link.click(modifiers=["ControlOrMeta"])
            other = opening.value
        else:
            link.click(button="right")
            with page.context.expect_page() as opening:
                page.evaluate("address => void open(address, '_blank', 'noopener')", address)
            other = opening.value
        other.route(f"{exit_to}**", lambda route: route.fulfill(body=LEFT, content_type="text/html"))
        until(other, "document.querySelector('[data-leave]') !== null")
        assert "opened-from" not in other.url
        other.locator("[data-leave]").click()
        is_left(other, served, exit_to)
        page.wait_for_url(f"{exit_to}**")  # the first tab leaves the site too


def test_a_new_tab_that_is_opened_later_has_no_such_button(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(served + "/stay-safe/", wait_until="load")
        page.evaluate("localStorage.setItem(`${document.documentElement.dataset.site}:opened-from`, `${Date.now() - 3 * 60 * 1000}`)")
        with page.context.expect_page() as opening:
            page.evaluate("void open('/situations/complain/', '_blank', 'noopener')")
        other = opening.value
        other.wait_for_timeout(800)
        assert other.locator("[data-leave]").count() == 0
        assert "opened-from" not in other.evaluate(NAMES)


def test_deleting_in_one_tab_deletes_what_another_tab_keeps_for_itself(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(served + "/my-words/", wait_until="load")
        set_storage(page, {"asked": '[[1, "he hits me"]]', "my-words": KEPT["my-words"]}, "sessionStorage")
        page.goto(served + "/my-words/", wait_until="load")
        until(page, "document.querySelectorAll('[data-chosen] li').length === 1")
        other = page.context.new_page()
        other.goto(served + "/contacts/", wait_until="load")
        set_storage(other, {"area": "angus"})
        other.goto(served + "/contacts/", wait_until="load")
        until(other, "document.querySelector('footer [data-forget]').hidden === false")
        other.locator("footer [data-forget-now]").click()
        until(page, "sessionStorage.length === 0 && document.querySelectorAll('[data-chosen] li').length === 0")


def test_other_pages_have_no_such_button(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(served + "/situations/complain/", wait_until="load")
        page.wait_for_timeout(300)
        assert page.locator("[data-leave]").count() == 0
