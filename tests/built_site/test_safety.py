"""No text in the YAML files can become code, and no page requests anything from another site."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest

from helpers import SETTINGS, Element, build_site, edit, parse_html
from sds.checks import check
from sds.model.framework import Framework
from sds.reading.load import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WATER, WHY = "content/standards/water.yaml", "why: The by-law gives each ten beds a tap."
Pages = dict[str, Element]


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "Hello <ScRiPt src=//x.example>",
        "See <img src=x onerror=alert(1)>",
        "See < img src=x>",
        "A </p> b",
        "A <!-- b",
        "A <svg/onload=alert(1)>",
        "A </ script >",
    ],
)
def test_a_tag_in_words_is_refused(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"why: {words!r}")
    problems = [str(problem) for problem in check(load(small))]
    line = next(number for number, text in enumerate((small / WATER).read_text("utf-8").split("\n"), start=1) if text.lstrip().startswith("why:"))
    assert problems == [f'{WATER}:{line}: In "why" of "water-g1": There is an HTML tag in these words. Write plain words. The page adds the formatting.']


@pytest.mark.slow("makes every page for each field")
@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("content/law.yaml", "section: section 3{}"),
        ("standards.yaml", "label: Spring 2021{}"),
        ("standards.yaml", "date: April 2021{}"),
        ("content/sources.yaml", "date: April 2021{}"),
        ("content/sources.yaml", "place: June{}"),
        ("content/glossary.yaml", "term: Bed{}"),
        ("content/glossary.yaml", "also_called: [Patch{}]"),
        ("content/glossary.yaml", "source: garden-charter, page 1{}"),
        ("content/alignments.yaml", 'number: "1{}"'),
        ("content/alignments.yaml", 'date: "2029{}"'),
    ],
)
def test_a_tag_in_a_field_that_takes_any_text_reaches_the_pages_as_words(small: Path, file: str, field: str) -> None:
    edit(small, file, field.format(""), field.format(" <script>alert(1)</script>"))
    assert check(load(small)) == []
    files = build_site(small, replace(SETTINGS, preview=True))  # preview: without booklets, which the pages do not need
    html = {path: files[path] for path in files if path.endswith((".html", ".svg", ".xml"))}
    assert [path for path, text in html.items() if "<script>alert" in text] == []
    assert [path for path, text in html.items() if "&lt;script&gt;alert" in text] != []


ODD = """5 & 6, "a" 'b', R&D and £7 & 8%, ½ or more."""
"""Characters with a special meaning in templates, HTML or Markdown, which no rule about wording refuses. Whole tags, braces and pairs of markup characters are
refused before a page is made."""
PRINTED = ODD.replace("\"a\" 'b'", "\u201ca\u201d \u2018b\u2019")
"""The same as printed, with curly quotation marks."""


def test_odd_characters_come_out_on_the_pages_as_words_and_nothing_more(small: Path) -> None:
    quoted = ODD.replace("\\", "\\\\").replace('"', '\\"')
    edit(small, WATER, WHY, f'why: "{quoted}"')
    edit(small, WATER, "text: Ask the warden for a tap near your bed before the summer starts.", f'text: "Ask {quoted}"')
    files = build_site(small)
    page = parse_html(files["actions/water-g1/index.html"])
    assert page.one("h1").text == f"Ask {PRINTED}"
    assert PRINTED in page.one("main").text
    assert page.all("meta", name="description")[0].attrs["content"].startswith("Growers, Standard 1: Ask 5 & 6, \u201ca\u201d")
    assert "Ask 5 &amp; 6, " in files["actions/water-g1/index.html"]
    for path in ("standards/water/index.html", "roles/growers/index.html"):
        assert f"Ask {PRINTED}" in parse_html(files[path]).one("main").text


def test_a_quote_in_an_attribute_does_not_end_it(small: Path) -> None:
    edit(small, "standards.yaml", "title: Water for every bed", "title: 'Water \" onmouseover=\"alert(1)'")
    files = build_site(small)
    for path in files:
        if path.endswith(".html"):
            assert [one.tag for one in parse_html(files[path]).walk() if "onmouseover" in one.attrs] == [], path


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/x",
        "ftp://a.example/",
        "https://",
        "https://x",
        "https://a.example/ x",
        'https://a.example/"x',
        "/standards/",
    ],
)
@pytest.mark.parametrize(("file", "now"), [("content/resources.yaml", "https://gardens.example/taps"), (WATER, "https://gardens.example/charter/water")])
def test_an_address_that_is_not_a_web_address_is_refused(small: Path, file: str, now: str, address: str) -> None:
    edit(small, file, now, f"'{address}'")
    problems = check(load(small))
    assert len(problems) == 1
    as_copied = "Open the page, and copy its address from the browser."
    typed = f'"{address}" is not a web address. Write the whole address, starting with https://.'
    assert (as_copied if address.startswith("https://") else typed) in f"{problems[0].wrong} {problems[0].instead}"


# --- the built site ---


def test_no_page_holds_a_script_or_style_of_its_own(pages: Pages, redirects: Pages) -> None:
    for url, page in (pages | redirects).items():
        for one in page.walk():
            assert one.tag != "style", url
            if one.tag == "script" and one.attrs.get("type") == "application/ld+json":  # a data block, which browsers do not run
                assert "<" not in "".join(map(str, one.children)), url
                assert json.loads("".join(map(str, one.children)))["@context"] == "https://schema.org", url
                continue
            assert not (one.tag == "script" and ("src" not in one.attrs or one.text)), url
            assert "style" not in one.attrs, (url, one.tag, one.attrs)
            assert [name for name in one.attrs if name.startswith("on")] == [], (url, one.tag)
            assert not one.attrs.get("href", "").lower().startswith(("javascript:", "data:", "vbscript:")), url


def test_no_page_fetches_anything_from_elsewhere(pages: Pages, redirects: Pages) -> None:
    fetching = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "apple-touch-icon"}
    for url, page in (pages | redirects).items():
        asked = [one.attrs[name] for one in page.walk() for name in ("src", "srcset", "poster", "data", "action") if name in one.attrs]
        asked += [one.attrs["href"] for one in page.all("link") if fetching & set(one.attrs["rel"].split())]
        asked += [one.attrs["href"] for one in page.all("use", "image") if "href" in one.attrs]
        assert [link for link in asked if urlsplit(link).scheme or link.startswith("//")] == [], url
        assert page.all("iframe", "object", "embed", "video", "audio") == [], url


VOCABULARY = r"""(["'`])http://(?:www\.w3\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org|purl\.oclc\.org)/[^"'`\s$]*\1"""
"""The URI of an XML namespace, which looks like an address but is never requested."""
LICENCE = r"\A/\*!.*?\*/"
"""The comment at the start of a library, which may name its author."""
MESSAGE = r"""Error\("[^"]*"\)"""
"""A library's error message for developers, which may link to more information."""
ADDRESS = r"""(?:http|ws)s?://|["'`(]\s*//(?=[\w-]+\.)"""
ASKS = "|".join(
    [
        r"(?<![.\w])(?:fetch|import|importScripts|eval)\s*\((?![^()]*\)\s*\{)",
        r"\b(?:window|self|globalThis)\.fetch\b",
        r"\bnew (?:Function|Image)\b",
        r"\.src\s*=(?!=)",
        "XMLHttpRequest|sendBeacon|WebSocket|EventSource",
    ]
)
"""Ways in which a script could request something, or run a string as code. (A method called ``fetch`` does neither.)"""


def elsewhere(text: str, library: bool = False) -> list[str]:
    """Every external address in a stylesheet, script or picture; in a third-party ``library``, also every call that could request anything."""
    if library:
        text = re.sub(MESSAGE, "", re.sub(LICENCE, "", text))
    return re.findall(f"{ADDRESS}|{ASKS}" if library else ADDRESS, re.sub(VOCABULARY, "", text))


def test_styles_and_scripts_name_nothing_elsewhere(built: Path) -> None:
    files = sorted([*built.rglob("*.css"), *built.rglob("*.js"), *built.rglob("*.svg")])
    assert {path.name.partition(".")[0] for path in files if path.parent.name == "vendor"} == {"docx", "stemmer"}
    assert {path.name: found for path in files if (found := elsewhere(path.read_text("utf-8"), path.parent.name == "vendor"))} == {}


@pytest.mark.parametrize(
    ("text", "library"),
    [
        ('load("https://a.example/x")', False),
        ("a { background: url(//a.example/x.png) }", False),
        ('@import "//a.example/x.css";', False),
        ('load("http://www.w3.org.example/x")', False),
        ("load(`http://www.w3.org/${what}`)", False),
        ('new WebSocket("wss://a.example")', False),
        ('/*! b */var u="https://a.example"', True),
        ("fetch(u)", True),
        ("return await fetch(u)", True),
        ("window.fetch(u)", True),
        ("import(u)", True),
        ("new Image().src=u", True),
        ("navigator.sendBeacon(u)", True),
        ("new Function(u)", True),
    ],
)
def test_what_could_ask_another_site_would_be_seen(text: str, library: bool) -> None:
    assert elsewhere(text, library)


@pytest.mark.parametrize("text", ['const SVG = "http://www.w3.org/2000/svg";', "class A{fetch(t,e){return this.index.fetch(t,e)}}"])
def test_a_vocabulary_and_a_method_of_that_name_ask_nothing(text: str) -> None:
    assert elsewhere(text, library=True) == []


def test_every_page_carries_a_content_security_policy_without_holes(pages: Pages, redirects: Pages) -> None:
    for url, page in (pages | redirects).items():
        policy = page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attrs["content"]
        assert policy.startswith("default-src 'none'; "), url
        assert "unsafe" not in policy, url
        assert "http" not in policy, url
        for name in ("base-uri 'none'", "require-trusted-types-for 'script'"):
            assert name in policy, url


def test_a_link_to_another_site_goes_by_https_and_opens_in_the_same_window(pages: Pages) -> None:
    for url, page in pages.items():
        for one in page.all("a"):
            assert urlsplit(urljoin("https://here.example" + url, one.attrs["href"])).scheme in {"https", "http", "mailto", "tel", "sms"}, (url, one.attrs)
            assert "target" not in one.attrs, (url, one.attrs)


def test_in_a_browser_pages_ask_nothing_of_other_hosts_and_log_no_errors(browser: Browser, served: str, framework: Framework) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked, errors = list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    paths = ["/", f"/standards/{framework.standards[0].id}/", f"/actions/{framework.current_actions[0].id}/", "/search/", "/resources/", "/glossary/"]
    for path in paths:
        page.goto(served + path, wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(served).netloc}
    assert sum(url.endswith(".woff2") for url in asked) >= 1
    assert errors == []
    assert context.cookies() == []
    context.close()
