"""The published site, served by nginx with the build's own ``nginx.conf``, so that the browser receives and enforces all its headers."""

from __future__ import annotations

import gzip
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import until
from hosting import served_by_nginx
from sds.model.framework import Framework
from sds.output.host_files import HEADERS, IMMUTABLE, REVALIDATE, host_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.long("needs nginx, and all that hosts need made for the whole site")
COPY_HELD = "caches.match('/offline/held.json').then(note => note?.json()).then(note => Boolean(note))"
COPY_WHOLE = "caches.match('/offline/held.json').then(note => note?.json()).then(note => Boolean(note?.whole))"


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask(url: str, **headers: str) -> tuple[int, Message[str, str], bytes]:
    """The status, headers and body at an address, without following redirects."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_each_answer_carries_the_headers_and_only_what_cannot_change_is_kept(served: str, published: Path) -> None:
    (copy,), (style,), (icon,) = (
        (published / folder).glob(name) for folder, name in (("offline", "copy-*.gz"), ("assets/css", "site.*.css"), ("assets", "*.svg"))
    )
    piece = next((published / "offline/parts").iterdir())
    kept = {"/": REVALIDATE, "/sw.js": REVALIDATE, "/data/framework.json": REVALIDATE, f"/offline/{copy.name}": IMMUTABLE, "/nowhere/": None}
    kept |= {f"/offline/parts/{piece.name}": IMMUTABLE, f"/assets/css/{style.name}": IMMUTABLE, f"/assets/{icon.name}": REVALIDATE}
    for path, cache in kept.items():
        status, headers, _ = ask(served + path)
        assert status == (404 if path == "/nowhere/" else 200), path
        assert {name: headers[name] for name in HEADERS} == dict(HEADERS), path
        assert headers["Cache-Control"] == cache, path
    assert ask(f"{served}/nowhere/")[2] == (published / "404.html").read_bytes()


def test_files_come_compressed_as_they_stand_there_and_under_their_own_type(served: str, published: Path) -> None:
    (style,) = (published / "assets/css").glob("site.*.css")
    for asked, ending in (("gzip", ".gz"), ("br", ".br")):
        for path, kind in (
            ("index.html", "text/html"),
            ("data/actions.csv", "text/csv"),
            (f"assets/css/{style.name}", "text/css"),
            ("sitemap.xml", "text/xml"),
        ):
            _, headers, content = ask(f"{served}/{path}", Accept_Encoding=asked)
            assert headers["Content-Encoding"] == asked, path
            assert headers["Content-Type"].startswith(kind), path
            assert content == (published / (path + ending)).read_bytes(), path


def test_every_old_address_is_a_permanent_redirect_that_keeps_the_question(served: str, published: Path, framework: Framework) -> None:
    standard = framework.standards[3]
    status, headers, _ = ask(f"{served}/standards/{standard.number}/?from=a-poster")
    assert (status, headers["Location"]) == (301, f"/standards/{standard.id}/?from=a-poster")
    for line in (published / "_redirects").read_text("utf-8").splitlines()[::20]:
        address, target, _ = line.split(" ")
        status, headers, _ = ask(served + address)
        assert (status, headers["Location"]) == (301, target)
        assert ask(served + target.partition("#")[0])[0] == 200, target


def test_a_new_edition_is_sent_two_seconds_after_it_was_put_in_place(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def publish(words: str) -> None:
        new, old = tmp_path / words, tmp_path / f"before {words}"
        new.mkdir()
        for name in ("index.html", "404.html"):
            (new / name).write_text(f"<!DOCTYPE html><title>{words}</title>" + words * 500, "utf-8")
        for path, content in host_files(new, "https://sds-standards.example/"):
            (new / path).write_bytes(content)
        if site.exists():
            site.rename(old)
        new.rename(site)

    publish("first")
    with served_by_nginx(site, tmp_path / "nginx") as address:
        for words in ("first", "second"):
            if words != "first":
                publish(words)
                time.sleep(2)
            for path in ("/", "/index.html", "/nowhere/"):
                assert words.encode() in gzip.decompress(ask(address + path, Accept_Encoding="gzip")[2]), path


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page in a browser that may store the offline copy and save files. The test fails if the browser logs an error."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    said = list[str]()
    context.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield page
    context.close()
    assert said == []


def test_every_feature_works_under_these_rules_and_the_browser_has_nothing_to_say(reader: Page, served: str, framework: Framework) -> None:
    page, standard, role = reader, framework.standards[3], framework.roles[1]
    area = next(one for one in framework.contacts.areas if any(way.kind == "phone" for contact in one.contacts for way in contact.ways))

    page.goto(f"{served}/")
    until(page, "document.querySelector('button[data-colours]').hidden === false")
    page.locator("button[data-colours]").click()
    until(page, COPY_HELD)

    page.goto(f"{served}/offline/")
    page.get_by_role("button", name="Save the whole site").click()
    until(page, COPY_WHOLE)

    page.goto(f"{served}/standards/{standard.id}/")
    until(page, "document.querySelector('button[data-colours]').hidden === false")
    page.locator(".term[role=button]").first.click()
    until(page, "document.querySelector('.term[aria-expanded=true]') !== null")

    page.goto(f"{served}/search/?q=budget")
    until(page, "document.querySelectorAll('[data-results] > ol > li').length > 0")

    page.goto(f"{served}/easy-read/standards/{standard.id}/")
    until(page, "document.querySelector('main img').complete && document.querySelector('main img').naturalWidth > 0")

    page.goto(f"{served}/situations/{framework.situations[0].id}/")
    page.locator("[data-choose-area] select").first.select_option(area.id)
    until(page, "[...document.querySelectorAll('[data-area-slot] a[href^=\"tel:\"]')].some(one => one.checkVisibility())")

    page.goto(f"{served}/contacts/")
    until(page, "document.querySelector('.area.chosen') !== null")

    page.goto(f"{served}/my-words/")
    until(page, "document.querySelector('[data-my-words]').hidden === false")
    page.fill("[data-own-words]", "I want to choose who helps me.")
    page.locator("[data-own] button").click()
    until(page, "document.querySelector('[data-chosen]').textContent.includes('I want to choose')")

    page.goto(f"{served}/roles/{role.id}/")
    until(page, "!document.querySelector('[data-ticks][hidden]')")

    page.goto(f"{served}/resources/")
    until(page, "document.querySelector('[data-narrow]').hidden === false")

    page.goto(f"{served}/self-evaluation/#new")
    page.reload()
    until(page, "document.querySelector('[data-screen-title]') !== null")
    page.get_by_role("radio").first.check()
    page.get_by_label("Whose view is it?").select_option(label=role.title)
    page.get_by_label(f"{standard.number}. {standard.short}", exact=True).check()
    page.get_by_role("button", name="Begin", exact=True).click()
    until(page, "document.querySelector('.task-list') !== null")

    page.goto(f"{served}/pack/?standard={standard.id}&role={role.id}")
    until(page, "document.querySelectorAll('.pack-standard').length === 1")
    for button in ("[data-pack-file]", "[data-pack-word]"):
        with page.expect_download() as waiting:
            page.locator(button).click()
        assert waiting.value.path().stat().st_size > 5000, button

    page.context.set_offline(True)
    page.goto(f"{served}/stages/")
    until(page, "document.querySelector('.saved') !== null")
    page.goto(f"{served}/search/?q=budget")
    until(page, "document.querySelectorAll('[data-results] > ol > li').length > 0")
