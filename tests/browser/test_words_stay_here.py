"""Search words stay in their tab: they are in no address, title or request, and after Back or a reload they are there again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

import pytest

from browsing import ASKED, PHONE, opened, until
from helpers import Element

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

Go = Callable[["Page", str], None]
WORDS = "my hours were halved"
FULL, EASY = "document.querySelectorAll('[data-results] > ol > li').length > 0", "document.querySelectorAll('[data-easy-answers] li').length > 0"
LISTED = "document.querySelector('[data-said]').textContent.includes(' of ')"
ALL_WAYS = {
    "the box of a full page": ("/roles/", "#top-q", FULL),
    "the box of the page that is shown for no page": ("/no/such/page/", "#top-q", FULL),
    "the box of an easy-read page": ("/easy-read/", "#top-q", EASY),
    "the search": ("/search/", "#q", FULL),
    "the search of easy read": ("/easy-read/search/", "#easy-q", EASY),
    "the words of the glossary": ("/glossary/", "#by-words", LISTED),
    "the words of tools": ("/resources/", "#by-words", LISTED),
    "the words of findings": ("/findings/", "#choose-words", LISTED),
}
"""Where words can be typed, and a condition that is true when their results are shown."""
REFUSED = """for (const store of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, store, { get() { throw new DOMException('no', 'SecurityError'); } });"""


@pytest.mark.parametrize("way", ALL_WAYS)
def test_words_that_are_looked_for_are_in_no_address_title_or_request_and_a_reload_finds_them(browser: Browser, served: str, way: str) -> None:
    path, box, answered = ALL_WAYS[way]
    with opened(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''} {request.headers.get('referer', '')}"))
        page.goto(served + path, wait_until="load")
        until(page, "!document.querySelector('.without-scripts') && document.querySelector('[data-narrow][hidden], [data-lens][hidden]') === null")
        page.locator(box).fill(WORDS)
        page.keyboard.press("Enter")
        until(page, answered)
        until(page, f"{ASKED} === {WORDS!r}")
        assert "?" not in page.url
        page.reload(wait_until="load")
        until(page, answered)
        assert page.locator("main input[type=search]").first.input_value() == WORDS
        seen = [page.url, page.title(), page.evaluate("window.name"), *asked]
        assert [one for one in seen if "halved" in unquote_plus(one)] == []


ADDRESSES = {"/search/": FULL, "/easy-read/search/": EASY, "/glossary/": LISTED, "/findings/": LISTED}


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_address_that_has_words_is_answered_and_then_rid_of_them(browser: Browser, served: str, path: str) -> None:
    with opened(browser) as page:
        page.goto(f"{served}{path}?q=advocacy&standard=budgets", wait_until="load")
        until(page, ADDRESSES[path])
        assert page.url == f"{served}{path}?standard=budgets"
        assert page.locator("main input[type=search]").first.input_value() == "advocacy"
        assert "advocacy" not in page.title().lower()


@pytest.mark.parametrize(("path", "answered"), [("/roles/", FULL), ("/easy-read/", EASY)], ids=["in full", "easy read"])
def test_a_browser_that_keeps_nothing_searches_from_any_page(browser: Browser, served: str, path: str, answered: str) -> None:
    with opened(browser) as page:
        page.add_init_script(REFUSED)
        page.goto(served + path, wait_until="load")
        page.locator("#top-q").fill(WORDS)
        page.keyboard.press("Enter")
        until(page, answered)
        assert "?" not in page.url
        assert page.evaluate("window.name") == ""


def test_words_are_searched_for_before_the_scripts_of_a_page_have_come(browser: Browser, served: str) -> None:
    with opened(browser) as page:
        page.route("**/assets/js/shared/**", lambda route: None if page.url.endswith("/roles/") else route.continue_())
        page.goto(f"{served}/roles/", wait_until="commit")
        page.locator("#top-q").fill(WORDS)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/*")
        until(page, FULL)
        assert page.locator("#q").input_value() == WORDS


def test_words_sent_to_the_easy_search_before_its_script_has_come_lead_down_to_the_answers(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        held: list[Route] = []

        def hold(route: Route) -> None:
            if held:
                route.continue_()
            else:
                held.append(route)

        page.route("**/assets/js/easy-read/search*", hold)
        page.goto(f"{served}/easy-read/search/", wait_until="commit")
        page.locator("#easy-q").fill(WORDS)
        page.keyboard.press("Enter")
        until(page, EASY)
        assert held
        until(page, "document.activeElement.matches('[data-easy-said]')")
        assert page.locator("#easy-q").input_value() == WORDS
        assert page.locator("[data-easy-answers] a").first.evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_deleting_everything_deletes_what_was_searched_for_and_the_way_back_shows_none_of_it(browser: Browser, served: str) -> None:
    with opened(browser) as page:
        page.goto(f"{served}/search/", wait_until="load")
        page.locator("#q").fill(WORDS)
        until(page, FULL)
        until(page, f"{ASKED} === {WORDS!r}")
        page.locator("[data-results] h3 a[href*='/situations/']").first.click()
        page.wait_for_url("**/situations/**")
        until(page, "document.querySelector('footer [data-forget]').hidden === false")
        assert "what you searched for" in (page.locator("footer [data-forget-what]").text_content() or "")
        page.locator("footer [data-forget-now]").click()
        page.go_back(wait_until="load")
        until(page, "document.querySelector('[data-heading]').textContent.startsWith('Enter words to search for')")
        assert page.locator("#q").input_value() == ""
        assert "halved" not in page.locator("body").inner_text()
        page.locator("#q").fill(WORDS)
        until(page, f"{ASKED} === {WORDS!r}")
        page.locator("footer [data-forget-now]").click()
        until(page, "document.querySelector('#q').value === ''")
        assert page.evaluate("sessionStorage.length") == 0


def test_no_form_can_send_what_is_typed(pages: dict[str, Element]) -> None:
    boxes = 0
    for url, page in pages.items():
        for form in page.all("form"):
            typed = [one for one in form.all("input", "textarea") if one.tag == "textarea" or one.attrs.get("type", "text") in {"text", "search"}]
            boxes += len(typed)
            if "hidden" not in form.attrs:  # a hidden form is shown by the script that handles its words
                assert [one.attrs["name"] for one in typed if "name" in one.attrs] == [], url
    assert boxes > len(pages)
