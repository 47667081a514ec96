""" "My words": choose sentences, put them in order, and make a letter, a card, or read them aloud. Everything stays on the device."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import PHONE, opened, until
from sds.model.framework import Framework
from sds.model.situation_lines import lines_about
from sds.pages.my_words import letters_of
from tiers import each_with_one

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Go = Callable[["Page", str], None]
OWN = "My evening visits are what lets me sleep at home."
LETTERS = {"complain": "complaint-letter", "cut-or-stopped": "ask-for-reasons", "see-my-file": "request-to-see-my-file"}
CHOSEN = "[...document.querySelectorAll('[data-chosen] .chosen-words')].map(e => e.textContent)"


@contextmanager
def with_three(browser: Browser, go: Go) -> Iterator[tuple[Page, list[str]]]:
    """The page on a phone, with two sentences chosen from the list and one of the reader's own; and the text of all three, in order."""
    with opened(browser, viewport=PHONE, accept_downloads=True, permissions=["clipboard-read", "clipboard-write"]) as page:
        go(page, "/my-words/")
        until(page, "document.querySelector('[data-my-words]').hidden === false")
        for at in (0, 3):
            page.locator("[data-words-of=cut-or-stopped] [data-say] button").nth(at).click()
        page.locator("[data-own-words]").fill(OWN)
        page.locator("[data-own] button").click()
        words = page.evaluate(CHOSEN)
        assert len(words) == 3
        assert words[-1] == OWN
        yield page, words


def test_sentences_are_put_in_order_taken_out_and_there_after_a_reload_in_this_tab_alone(browser: Browser, go: Go) -> None:
    with with_three(browser, go) as (page, words):
        page.locator("[data-chosen] li").nth(2).get_by_role("button", name="Up").click()
        assert page.evaluate(CHOSEN) == [words[0], words[2], words[1]]
        page.locator("[data-chosen] li").nth(0).get_by_role("button", name="Remove").click()
        assert page.evaluate(CHOSEN) == [words[2], words[1]]
        page.reload(wait_until="load")
        until(page, "document.querySelectorAll('[data-chosen] li').length === 2")
        assert page.evaluate("Object.keys(localStorage).filter(name => name.includes('my-'))") == []
        other = page.context.new_page()
        go(other, "/my-words/")
        until(other, "document.querySelector('[data-my-words]').hidden === false")
        assert other.evaluate(CHOSEN) == [], "another tab has none of them"


def test_a_letter_holds_the_sentences_and_what_was_typed_and_its_file_is_named_for_nobody(
    browser: Browser, framework: Framework, go: Go, tmp_path: Path
) -> None:
    with with_three(browser, go) as (page, words):
        page.locator("[data-makes] input[value=letter]").check()
        assert page.locator("[name=letter]").count() == len(letters_of(framework))
        until(page, "document.querySelector('[data-letter-text]').value.length > 100")
        name = page.locator("[data-letter-named] :is(input, textarea)").first
        name.fill("Isla Ferguson")
        letter = page.locator("[data-letter-text]").input_value()
        for one in words:
            assert one in letter
        assert not any(sign in letter for sign in "[]{}<>"), "no box is left in it"
        assert "Isla Ferguson" in page.locator("[data-sheet=letter]").inner_text()
        with page.expect_download() as fetched:
            page.locator("[data-take=word]").click()
        assert fetched.value.suggested_filename.endswith(".docx")
        assert "Isla" not in fetched.value.suggested_filename
        fetched.value.save_as(tmp_path / "letter.docx")
        with zipfile.ZipFile(tmp_path / "letter.docx") as file:
            document = file.read("word/document.xml").decode()
        assert OWN in document
        assert "Isla Ferguson" in document
        page.locator("[data-take=copy]").click()
        until(page, "document.querySelector('[data-take-said]').textContent.startsWith('Copied')")
        assert OWN in page.evaluate("navigator.clipboard.readText()")
        assert "Isla" not in page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})"), "a name is kept nowhere"
        assert page.url.endswith("/my-words/"), "no address says anything of it"


@pytest.mark.parametrize(("chosen", "place"), each_with_one([*LETTERS.items()], ["", "/easy-read"]))
def test_a_sentence_opens_the_letter_of_the_situation_where_it_was_chosen(
    browser: Browser, framework: Framework, go: Go, served: str, chosen: tuple[str, str], place: str
) -> None:
    """A single sentence opens its situation's letter, even if it is in several situations. Words that refer to the law of one letter open that letter on any
    page."""
    situation, letter = chosen
    lines = lines_about(framework, "situations", situation)
    by_right = {"spsoa-2002-s16a": "complaint-letter", "uk-gdpr-a15": "request-to-see-my-file", "dp-regs-2014-r6-2-4": "ask-for-reasons"}
    with opened(browser, viewport=PHONE) as page:
        for line in lines if not place else lines[:1]:
            page.goto(f"{served}{place}/situations/{situation}/", wait_until="load")
            page.locator(f"[data-say={line.id}] button").click()
            until(page, "sessionStorage.length > 0")
            go(page, "/my-words/")
            own = by_right.get(line.right.id, letter) if line.right else letter
            until(page, f"document.querySelector('[name=letter][value={own}]').checked")
            page.evaluate("sessionStorage.clear()")


def test_i_want_to_complain_opens_the_complaint_letter_beside_other_sentences(browser: Browser, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/situations/cut-or-stopped/")
        for line in ("cut-or-stopped-w1", "accountability-a2"):
            page.locator(f"[data-say={line}] button").click()
        until(page, "sessionStorage.getItem(Object.keys(sessionStorage)[0]).includes('accountability-a2')")
        go(page, "/my-words/")
        until(page, "document.querySelector('[name=letter][value=complaint-letter]').checked")


def test_a_sentence_that_a_standard_lists_opens_the_letter_that_names_that_standard_first(browser: Browser, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/standards/accountability/")
        page.locator("[data-say=accountability-a2] button").click()
        until(page, "sessionStorage.length > 0")
        go(page, "/my-words/")
        until(page, "document.querySelector('[name=letter][value=complaint-letter]').checked")


@pytest.mark.parametrize(("make", "shown"), [("card", "[data-sheet=card] .card-said"), ("aloud", "[data-aloud] li p")])
def test_a_card_and_words_to_hear_hold_the_same_sentences_in_order(browser: Browser, go: Go, make: str, shown: str) -> None:
    with with_three(browser, go) as (page, words):
        page.locator(f"[data-makes] input[value={make}]").check()
        assert page.locator(shown).all_inner_texts() == words


def test_words_are_saved_for_seven_days_only_when_that_is_asked_and_deleted_by_one_button(browser: Browser, go: Go) -> None:
    with with_three(browser, go) as (page, words):
        page.locator("[data-keep] input[value='7']").check()
        assert "Saved on this device until" in page.locator("[data-keep-said]").inner_text()
        other = page.context.new_page()
        go(other, "/my-words/")
        until(other, "document.querySelectorAll('[data-chosen] li').length === 3")
        assert other.evaluate(CHOSEN) == words
        other.locator(".keep [data-forget-now]").click()
        assert other.evaluate(CHOSEN) == []
        assert other.evaluate("Object.keys(localStorage).filter(name => name.includes('my-'))") == []
