"""Forms in a real browser: accessible, filled in, printed without the rest of the page, and nothing stored or sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import DESK, PHONE, barriers_at, focus, opened, until
from pdfs import Paper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

Go = Callable[["Page", str], None]
SHOWN = "selector => [...document.querySelectorAll(selector)].some(one => one.checkVisibility())"


@pytest.mark.parametrize("path", ["/templates/", "/templates/support-plan/", "/templates/provider-contract-checklist/", "/templates/complaint-letter/"])
def test_a_page_of_forms_has_no_barriers(desk: Page, go: Go, path: str) -> None:
    assert barriers_at(desk, path, go) == []


def test_a_form_in_easy_read_has_no_barriers(desk: Page, served: str) -> None:
    def open_easy(page: Page, path: str) -> None:
        page.goto(served + path, wait_until="load")

    assert barriers_at(desk, "/easy-read/templates/support-plan/", open_easy) == []


def test_a_form_is_filled_in_by_keyboard_and_nothing_is_sent_kept_or_lost(desk: Page, go: Go) -> None:
    go(desk, "/templates/support-plan/")
    desk.wait_for_load_state("networkidle")  # the page's scripts import each other
    asked: list[Request] = []
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    before = desk.evaluate(kept)
    desk.on("request", lambda request: asked.append(request))
    desk.focus("#box-name")
    desk.keyboard.type("George Reid")
    desk.keyboard.press("Enter")  # does not submit anything: the fields are in no form element
    desk.keyboard.press("Tab")
    desk.keyboard.type("1 March 2027")
    desk.focus("#box-option-option-1")
    desk.keyboard.press("Space")
    assert desk.input_value("#box-name") == "George Reid"
    assert desk.input_value("#box-date") == "1 March 2027"
    assert desk.is_checked("#box-option-option-1")
    assert asked == []
    assert desk.evaluate(kept) == before
    assert desk.url.endswith("/templates/support-plan/")


def test_a_form_is_gone_through_by_keyboard_alone_on_a_phone(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(f"{served}/templates/support-plan/")
        until(page, "!document.querySelector('[data-print=form]').hidden")
        page.evaluate("document.querySelector('#form').tabIndex = -1; document.querySelector('#form').focus()")
        boxes = page.locator(".sheet :is(input:not([type=radio]), textarea)").count()
        written = 0
        for _ in range(200):
            page.keyboard.press("Tab")
            here = focus(page)
            assert here["ring"], here
            assert here["left"] >= 0, here
            assert here["right"] <= PHONE["width"], here
            if "Print the form" in here["text"]:
                break
            if page.evaluate("document.activeElement.matches('textarea, [type=text]')"):
                page.keyboard.type(f"Words {written}")
                written += 1
        assert "Print the form" in focus(page)["text"], "the way ends at the button that prints it"
        assert written == boxes
        assert page.locator(".sheet :is(input[type=text], textarea)").last.input_value() == f"Words {boxes - 1}"


def test_a_letter_leads_to_the_tool_that_makes_it_and_then_the_choice_is_the_readers(desk: Page, go: Go) -> None:
    go(desk, "/templates/request-to-see-my-file/")
    desk.click("text=Write this letter step by step")
    until(desk, "document.querySelector('[name=letter]:checked')?.value === 'request-to-see-my-file'")
    assert desk.url.endswith("/my-words/#make")
    desk.check("[name=letter][value=complaint-letter]")
    desk.reload()
    until(desk, "document.querySelector('[name=letter]:checked')?.value === 'complaint-letter'")


def test_a_letter_says_that_nothing_can_be_typed_on_its_page_and_where_it_can(desk: Page, go: Go) -> None:
    go(desk, "/templates/complaint-letter/")
    said = desk.locator(".the-form .without-form").first
    ways = ("write it step by step on this site", r"fill it in on a screen \(Word, \d+ KB\)", r"print it and fill it in by hand \(PDF, \d+ KB, \d+ pages\)")
    assert re.fullmatch(rf"You cannot type in the letter on this page\. You can {ways[0]}, {ways[1]} or {ways[2]}\.", said.inner_text())
    for link in said.locator("a").all():
        assert desk.request.get(link.evaluate("link => link.href")).ok
    assert desk.locator(".sheet-letter :is(input, textarea)").count() == 0


def test_what_was_typed_in_a_form_is_printed_whole(desk: Page, go: Go, tmp_path: Path) -> None:
    go(desk, "/templates/support-plan/")
    desk.wait_for_load_state("networkidle")
    desk.fill("#box-name", "George Reid, who writes his name with all that he is called at home and at the club of the town")
    desk.fill("#box-matters", f"{'My garden, my dominoes and this house. ' * 40}And my cat.")
    desk.pdf(path=tmp_path / "form.pdf", format="A4")
    words = "".join(Paper(tmp_path / "form.pdf").text.split())
    assert "theclubofthetown" in words
    assert "Andmycat." in words
    assert desk.locator("#box-matters").is_visible()


def test_a_letter_that_is_asked_for_and_is_not_there_changes_nothing(desk: Page, go: Go) -> None:
    go(desk, "/my-words/?letter=<b>no</b>#make")
    until(desk, "document.querySelector('[name=letter]:checked') !== null")
    assert desk.locator("b", has_text="no").count() == 0


def test_printing_the_form_leaves_out_the_rest_of_the_page_and_keeps_what_was_written(desk: Page, go: Go) -> None:
    go(desk, "/templates/support-plan/")
    desk.fill("#box-matters", "My garden, my dominoes and this house. " * 12)
    desk.evaluate("window.print = () => {}")
    desk.click("[data-print=form]")
    desk.emulate_media(media="print")
    desk.set_viewport_size({"width": 700, "height": DESK["height"]})  # about the width of an A4 page without its margins
    assert desk.evaluate(SHOWN, "#box-matters")
    for rest in (".box-why", "#example", "#law", "#statements", "header.top", ".form-files"):
        assert not desk.evaluate(SHOWN, rest), rest
    assert desk.evaluate("(box => box.scrollHeight <= box.clientHeight + 2)(document.querySelector('#box-matters'))"), "long words are cut"
    desk.evaluate("dispatchEvent(new Event('afterprint'))")
    desk.emulate_media(media="screen")
    assert desk.evaluate(SHOWN, "#example")


def test_without_scripts_a_form_can_be_filled_in_and_its_files_fetched(browser: Browser, served: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(served + "/templates/one-page-profile/")
        page.fill("#box-name", "Callum")
        assert page.input_value("#box-name") == "Callum"
        with page.expect_download() as fetched:
            page.click("a[href$='.docx']")
        assert fetched.value.suggested_filename == "one-page-profile.docx"
        assert not page.locator("[data-print]").is_visible()
