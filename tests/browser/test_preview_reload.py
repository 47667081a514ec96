"""A page of the preview that is open in a browser reloads after each save, and shows errors in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from browsing import opened, until
from helpers import edit
from serving import preview, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GARDEN = "A garden that everyone can share."


def test_an_open_page_follows_saves(browser: Browser, project: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with preview(project, log) as address:
        wait_for(address, GARDEN, log)
        with opened(browser) as page:
            page.goto(address)
            edit(project, "standards.yaml", GARDEN, "Bring a spade.")
            until(page, "document.body?.textContent.includes('Bring a spade.')")
            edit(project, "content/glossary.yaml", "    related: [bed]\n", "    related: [bedd]\n")
            until(page, "document.querySelector('.slip li')?.textContent.includes('Did you mean \"bed\"?')")
            assert page.locator(".slip").get_attribute("role") == "alert"
            page.goto(f"{address}/about/")
            assert page.locator(".slip li").count() == 2, "a page that is opened meanwhile has the list too"
            edit(project, "content/glossary.yaml", "    related: [bedd]\n", "    related: [bed]\n")
            until(page, "!document.querySelector('.slip')")
            assert page.locator("h1").text_content()


def test_where_the_words_are_can_be_copied(browser: Browser, project: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with preview(project, log) as address:
        wait_for(address, GARDEN, log)
        with opened(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
            page.goto(f"{address}/about/")
            page.get_by_role("link", name="Edit this page").click()
            page.get_by_role("button", name="Copy").click()
            until(page, "document.querySelector('[data-said]').textContent === 'Copied.'")
            assert page.evaluate("navigator.clipboard.readText()") == str(project.resolve() / "content/pages/about.md")
            page.get_by_role("link", name="Back to the page").click()
            until(page, "location.pathname === '/about/'")
