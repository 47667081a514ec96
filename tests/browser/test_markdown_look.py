"""A hand-written page with every Markdown element, in a real browser: wide and narrow, light and dark, without scripts, and printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import ALL_RULES, COLOUR_RULES, DESK, PHONE, WIDEST, Colours, axe, opened
from helpers import DATA, SETTINGS, build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RULES = {**ALL_RULES, "rules": {"table-fake-caption": {"enabled": False}}}
"""Turned off because pymdownx puts the title of numbered code into the first row of its table."""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site with the page."""
    project = Path(shutil.copytree(DATA / "small", tmp_path_factory.mktemp("markdown") / "small"))
    shutil.copy(DATA / "everything.md", project / "content/pages")
    shutil.copy(DATA.parent.parent / "mkdocs.yml", project)
    site = project / "site"
    for path, content in build_site(project, replace(SETTINGS, preview=True)).items():  # preview: scripts and stylesheets keep the names of their source files
        if path.startswith(("everything/", "about/", "standards/water/")):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(content, "utf-8")
    shutil.copytree(DATA.parent.parent / "overrides/assets", site / "assets")
    return site


@pytest.fixture(scope="module")
def address(everything: Path) -> Iterator[str]:
    import threading
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(everything)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/everything/"
    server.shutdown()
    thread.join()
    server.server_close()


def style(page: Page, selector: str, name: str, pseudo: str = "") -> str:
    """A computed style of the first element that matches ``selector``."""
    return str(page.evaluate("([s, n, p]) => getComputedStyle(document.querySelector(s), p || null)[n]", [selector, name, pseudo]))


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_is_a_barrier_and_nothing_is_cut_off(browser: Browser, address: str, size: dict[str, int], colours: Colours) -> None:
    # axe reads some styles in another document, which the page's Content-Security-Policy does not allow
    with opened(browser, viewport=size, color_scheme=colours, bypass_csp=True) as page:
        page.goto(address)
        page.locator("details").first.evaluate("e => e.open = true")
        assert page.evaluate(WIDEST) == "", "nothing is wider than the window"
        found = axe(page, RULES if colours == "light" else COLOUR_RULES)["violations"]
        assert [(one["id"], [node["html"][:100] for node in one["nodes"]]) for one in found] == []
        for box, title in ((".admonition.warning", ".admonition.warning .admonition-title"), ("details.question", "details.question summary")):
            assert style(page, box, "borderInlineStartWidth") == "6px"
            assert style(page, title, "color") != style(page, ".hand p", "color")
        assert style(page, ".hand mark", "backgroundColor") != style(page, "body", "backgroundColor")
        assert style(page, ".task-list-item", "listStyleType") == "none"
        assert style(page, ".task-done", "borderInlineStartColor", "::after") != style(page, ".task-done", "backgroundColor")
        assert style(page, "kbd", "borderBottomWidth") == "3px"
        assert style(page, ".md-button--primary", "backgroundColor") == style(page, ".md-button", "borderTopColor")
        assert style(page, ".highlight .k", "color") != style(page, ".highlight code", "color")
        assert style(page, ".twemoji svg", "width") == style(page, ".twemoji svg", "height")


def test_tabs_work_by_keyboard_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(address)
        shown = page.locator(".tabbed-content")
        assert [one.is_visible() for one in shown.all()] == [True, False, False]
        page.locator(".tabbed-set > input").first.focus()
        ring = page.locator(".tabbed-set > label").first
        assert ring.evaluate("e => getComputedStyle(e).outlineStyle") == "solid", "the label shows where the keyboard is"
        page.keyboard.press("ArrowRight")
        assert [one.is_visible() for one in shown.all()] == [False, True, False]
        page.get_by_text("Autumn", exact=True).click()
        assert [one.is_visible() for one in shown.all()] == [False, False, True]


def test_on_paper_each_tab_stands_below_its_name(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(address)
        page.emulate_media(media="print")
        pairs = page.evaluate("""() => [...document.querySelectorAll('.tabbed-set > label')].map(label => {
          const name = label.getBoundingClientRect(), words = label.nextElementSibling.getBoundingClientRect();
          return words.height > 0 && words.top >= name.bottom - 1;
        })""")
        assert pairs == [True, True, True]
        assert "Web Content Accessibility Guidelines" in style(page, "abbr", "content", "::after")


def test_a_note_at_the_foot_is_reached_and_left_again(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(address)
        page.locator(".footnote-ref").click()
        assert page.url.endswith("#fn:1")
        page.locator(".footnote-backref").click()
        assert page.url.endswith("#fnref:1")
