"""Sentences that someone can say can be added to "My words" on every page that has them, and on a phone a reader in need sees them early."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from browsing import PHONE, opened, until
from helpers import Element
from sds.model.framework import Framework
from sds.model.urls import url_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Pages = Mapping[str, Element]
WITH_WORDS = (
    "/situations/complain/",
    "/standards/budgets/",
    "/roles/supported-people/",
    "/stages/review/",
    "/actions/accountability-s2/",
    "/law/spsoa-2002-s16a/",
    "/easy-read/situations/complain/",
    "/easy-read/standards/budgets/",
    "/easy-read/stages/review/",
)
"""The address of one page of each kind with sentences to say."""


@pytest.mark.parametrize("url", WITH_WORDS)
def test_a_sentence_is_added_where_it_stands_and_is_among_my_words(browser: Browser, served: str, url: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(served + url, wait_until="load")
        button = page.locator("[data-say] button").first
        button.wait_for()
        words = page.locator("[data-say] q").first.inner_text()
        button.click()
        until(page, "document.querySelector('[data-say] button').textContent.startsWith('Remove from my words')")  # the module is loaded at the click
        said = page.locator("[data-say-said]")
        assert "Added. You have 1 sentence." in said.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing scrolls sideways"
        said.get_by_role("link", name="Go to my words").click()
        page.wait_for_url("**/my-words/")
        until(page, "document.querySelectorAll('[data-chosen] li').length === 1")
        assert words.strip(" “”") in page.locator("[data-chosen] li").inner_text()


def test_every_statement_of_who_asks_and_every_easy_page_of_a_situation_of_theirs_has_words_to_add(pages: Pages, framework: Framework) -> None:
    lines = {f"/actions/{one.id}/" for one in framework.current_actions if framework.record("roles", one.role).statement_form}
    first = {role.id for role in framework.roles if role.easy_first}
    easy = {url_of(framework, "easy_read", f"situations/{one.id}") for one in framework.situations if first & set(one.roles)}
    stages = {url_of(framework, "stages", one.id) for one in framework.spine.stages if any(one.id in case.stages for case in framework.situations)}
    for url in (*lines, *easy, *stages):
        said = [one for one in pages[url].walk() if "data-say" in one.attrs]
        assert said, url
        assert [one for one in pages[url].walk() if "data-say-said" in one.attrs], url
        ids = [one.attrs["data-say"] for one in said]
        assert len(ids) == len(set(ids)), url


ORDER = """() => [...document.querySelectorAll('main h2[id]')].filter(e => e.checkVisibility())
  .map(e => [e.id, Math.round(e.getBoundingClientRect().top + scrollY)])"""


def test_first_steps_words_who_to_call_and_times_come_before_all_else_on_a_phone(browser: Browser, framework: Framework, served: str) -> None:
    wanted = ("first", "say", "who-to-call", "what-happens-next")
    with opened(browser, viewport=PHONE) as page:
        for one in framework.situations:
            page.goto(served + url_of(framework, "situations", one.id), wait_until="load")
            places = dict(page.evaluate(ORDER))
            order = [id for id in places if id in wanted or id in {case.id for case in one.cases}]
            assert order[: len(wanted)] == list(wanted), one.id
            screens = 2.2 if page.locator(".top-calls").count() else 2  # numbers for the whole country stand above the sentences
            assert places["first"] < screens * PHONE["height"], f"{one.id} begins at {places['first']}"
            shortcuts = page.locator(".top-jump a")
            assert [link.get_attribute("href") for link in shortcuts.all()] == ["#say", "#what-happens-next"], one.id
            assert all(link.is_visible() for link in shortcuts.all()), one.id
