"""Markdown extensions for hand-written pages: each that the table lists works, and each that needs a style has one."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from helpers import ROOT, Element, build_site, edit, parse_html
from helpers import SETTINGS as AT
from sds.config.check import SETTINGS
from sds.config.setting import Use

PREVIEW = replace(AT, preview=True)
"""Without booklets and a search index, which these tests do not need."""
HEAD = "---\ntitle: News\ndescription: What is new.\n---\n# News\n\n"
PYTHON = "```python\ndef dig(): ...\n```"
STYLED: dict[str, tuple[str, str, str]] = {
    # the extension, the Markdown, the element that it becomes, and the selector of its style
    "abbr": ("WCAG is meant.\n\n*[WCAG]: Web Content Accessibility Guidelines", "abbr", "abbr[title]"),
    "admonition": ("!!! warning\n    Wet paint.", "div.admonition", ".admonition"),
    "attr_list": ("[Go](about.md){ .md-button }", "a.md-button", ".md-button"),
    "codehilite": ("    :::python\n    def dig(): ...", "div.codehilite", ".codehilite"),
    "def_list": ("Bed\n:   A place to grow.", "dd", "dd"),
    "fenced_code": ("```\nplain\n```", "pre", "pre"),
    "footnotes": ("Words.[^1]\n\n[^1]: A note.", "div.footnote", ".footnote"),
    "tables": ("| a | b |\n| -- | -: |\n| 1 | 2 |", "td.align-right", ".align-right"),
    "toc": ("## Beds\n\n[TOC]", "div.toc", ".toc"),
    "pymdownx.blocks.admonition": ("/// note | Mind\nThe step.\n///", "div.admonition", ".admonition"),
    "pymdownx.blocks.caption": ("![A bed](bed.png)\n/// caption\nA bed of beans.\n///", "figcaption", "figcaption"),
    "pymdownx.blocks.definition": ("/// define\nBed\n\n- A place to grow.\n///", "dd", "dd"),
    "pymdownx.blocks.details": ("/// details | Open\nWords.\n///", "details", "details"),
    "pymdownx.blocks.tab": ("/// tab | One\nWords.\n///\n\n/// tab | Two\nMore.\n///", "div.tabbed-set", ".tabbed-set"),
    "pymdownx.caret": ("^^new^^ and x^2^", "ins", "ins"),
    "pymdownx.critic": ("{==this==}{>>why?<<}", "span.critic", ".critic"),
    "pymdownx.details": ("??? tip\n    Open me.", "details", "details"),
    "pymdownx.emoji": (":material-flower:", "span.twemoji", ".twemoji"),
    "pymdownx.fancylists": ("a. one\nb. two", "ol", "ol[type]"),
    "pymdownx.highlight": (PYTHON, "div.highlight", ".highlight"),
    "pymdownx.inlinehilite": ("`#!python print(1)`", "code.highlight", ".highlight"),
    "pymdownx.keys": ("++ctrl+c++", "kbd", "kbd"),
    "pymdownx.mark": ("==marked==", "mark", "mark"),
    "pymdownx.quotes": ("> [!NOTE]\n> Wet paint.", "div.admonition", ".admonition"),
    "pymdownx.superfences": (f"- A list\n\n    {PYTHON.replace(chr(10), chr(10) + '    ')}", "div.highlight", ".highlight"),
    "pymdownx.tabbed": ('=== "One"\n    Words.\n\n=== "Two"\n    More.', "div.tabbed-content", ".tabbed-content"),
    "pymdownx.tasklist": ("- [x] Dig\n- [ ] Sow", "span.task-done", ".task-done"),
    "pymdownx.tilde": ("~~old~~ and H~2~O", "del", "del"),
}
MATERIAL = "!!python/name:material.extensions.emoji"
OPTIONS = {
    "pymdownx.emoji": f"\n      emoji_index: {MATERIAL}.twemoji\n      emoji_generator: {MATERIAL}.to_svg",
    "pymdownx.tabbed": "{alternate_style: true}",
    "pymdownx.blocks.tab": "{alternate_style: true}",
    "pymdownx.critic": "{mode: view}",
    "pymdownx.quotes": "{callouts: true}",
    "pymdownx.snippets": "{base_path: [INCLUDES]}",
}
NEEDED = {"pymdownx.inlinehilite": ["pymdownx.highlight"], "pymdownx.highlight": ["pymdownx.superfences"]}
PLAIN: dict[str, tuple[str, str]] = {
    # the extension, the Markdown, and a part of its HTML
    "legacy_em": ("_connected_words_", "<em>connected</em>words_"),
    "nl2br": ("one\ntwo", "one<br />"),
    "sane_lists": ("1. one\n\n* two", "<ul>"),
    "smarty": ('"Quoted"', "&ldquo;Quoted&rdquo;"),
    "pymdownx.betterem": ("**bold *both***", "<strong>bold <em>both</em></strong>"),
    "pymdownx.bracketspan": ("[words]{ .note }", '<span class="note">words</span>'),
    "pymdownx.escapeall": (r"\~ a sign", "~ a sign"),
    "pymdownx.magiclink": ("https://www.gov.scot/", '<a href="https://www.gov.scot/">'),
    "pymdownx.saneheaders": ("#news", "<p>#news</p>"),
    "pymdownx.smartsymbols": ("(c)", "&copy;"),
    "pymdownx.snippets": ('--8<-- "words.txt"', "<p>Words from another file.</p>"),
    "extra": ("Bed\n:   A place to grow.", "<dd>"),
    "pymdownx.extra": ("Bed\n:   A place to grow.", "<dd>"),
}
ROWS = {
    setting.name.removeprefix("markdown_extensions."): setting
    for setting in SETTINGS
    if setting.name.startswith("markdown_extensions.") and setting.use is Use.WORKS
}


@pytest.fixture
def project(small: Path) -> Path:
    """The small framework with the real settings and templates."""
    shutil.copy(ROOT / "mkdocs.yml", small)
    return small


PLACES = "## Ours {#basis}\n\n## Yours {#suggest}\n"
"""The places of these pages to which others lead."""


def page(project: Path, extensions: str, text: str) -> str:
    """The ``<main>`` of a hand-written page that is converted with these extensions only."""
    settings = re.sub(
        r"(?ms)^markdown_extensions:.*?(?=^watch:)", f"markdown_extensions:\n  - attr_list\n{extensions}\n", (ROOT / "mkdocs.yml").read_text("utf-8")
    )
    (project / "mkdocs.yml").write_text(settings.replace("INCLUDES", str(project / "includes")), "utf-8")
    for name in ("about", "accessibility", "contribute"):  # their text needs other extensions
        file = project / f"content/pages/{name}.md"
        file.write_text(
            re.sub(r"(?s)\A(---.*?---\n# [^\n]*\n)?.*", f"---\ntitle: {name}\ndescription: A page.\n---\n# Page\n\n{PLACES}", file.read_text("utf-8")), "utf-8"
        )
    (project / "includes").mkdir()
    (project / "includes/words.txt").write_text("Words from another file.\n", "utf-8")
    (project / "content/pages/bed.png").write_bytes(b"a picture")
    (project / "content/pages/news.md").write_text(HEAD + text + "\n", "utf-8")
    return str(re.findall(r"(?s)<main.*</main>", build_site(project, PREVIEW)["news/index.html"])[0])


def named(name: str) -> str:
    lines = [f"  - {needed}" for needed in NEEDED.get(name, ())]
    return "\n".join([*lines, f"  - {name}: {OPTIONS[name]}" if name in OPTIONS else f"  - {name}"])


def chosen(main: Element, selector: str) -> list[Element]:
    tag, _, kind = selector.partition(".")
    return [one for one in main.all(tag) if not kind or one.has_class(kind)]


def test_each_that_works_is_tried() -> None:
    assert set(ROWS) == set(STYLED) | set(PLAIN)
    assert {name for name, row in ROWS.items() if "style" in row.why} == set(STYLED)


@pytest.mark.parametrize("name", STYLED)
def test_an_extension_works_and_has_a_style(project: Path, name: str) -> None:
    text, element, style = STYLED[name]
    main = page(project, named(name), text)
    assert chosen(parse_html(main), element), main
    assert not re.search(r"<[^>]* (style|on\w+)=|<script", main), "nothing that the security policy forbids"
    styles = "".join((ROOT / "overrides/assets/css" / file).read_text("utf-8") for file in ("markdown.css",))
    assert re.search(rf"\.hand [^{{}}]*{re.escape(style)}(?![\w-])[^{{}}]*\{{", styles), f"{style} has a style"


@pytest.mark.parametrize("name", PLAIN)
def test_an_extension_works(project: Path, name: str) -> None:
    text, html = PLAIN[name]
    assert html in page(project, named(name), text)


def test_a_list_of_tasks_says_in_words_what_is_done(project: Path) -> None:
    items = parse_html(page(project, named("pymdownx.tasklist"), "- [x] Dig\n- [ ] Sow")).all("li")
    assert [item.text for item in items] == ["Done: Dig", "To do: Sow"]


def test_a_custom_box_of_a_task_says_so_too(project: Path) -> None:
    main = page(project, "  - pymdownx.tasklist: {custom_checkbox: true}", "- [x] Dig")
    assert parse_html(main).one("li").text == "Done: Dig"
    assert "<input" not in main


def test_an_emoji_is_a_character_and_no_picture_of_another_site(project: Path) -> None:
    main = parse_html(page(project, named("pymdownx.emoji"), "Well done :smile:"))
    assert not main.all("img")
    assert main.one("span", role="img").text == "😄"
    assert main.one("span", role="img").attrs["aria-label"] == "smile"


@pytest.mark.parametrize(
    ("extensions", "text", "said"),
    [
        (named("pymdownx.emoji"), "An icon :material-flour:", "content/pages/news.md:7: There is no icon :material-flour: Write :material-flower:"),
        (
            "  - pymdownx.superfences\n  - pymdownx.highlight: {noclasses: true}",
            PYTHON,
            "content/pages/news.md:5: There is a style in the page here. Delete what adds it",
        ),
        ("  - tables", "Words <b>bold</b>", "content/pages/news.md:7: There is an HTML tag here, <b>."),
        (named("pymdownx.details"), "??? tip\n    <script>alert(1)</script>", "content/pages/news.md:8: There is an HTML tag here, <script>."),
        (named("pymdownx.tabbed"), '=== "One"\n    [there](nowhere.md)', 'content/pages/news.md:8: The link "nowhere.md" is broken.'),
        (named("footnotes"), "Words.[^1]\n\n[^1]: See [there](~/standards/watr/).", 'content/pages/news.md:9: The link "~/standards/watr/" is broken.'),
    ],
)
def test_what_is_wrong_in_them_is_told_on_its_line(project: Path, extensions: str, text: str, said: str) -> None:
    with pytest.raises(AssertionError) as told:
        page(project, extensions, text)
    assert said in str(told.value)
    assert str(told.value).count("content/pages/") == 1


def test_what_a_project_without_settings_reads_is_a_part_of_what_this_one_does() -> None:
    def names(settings: object) -> set[str]:
        return {str(next(iter(one)) if isinstance(one, dict) else one) for one in settings}  # type: ignore[attr-defined]

    from sds.config.read import WITHOUT_FILE

    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("", lambda *_: "")  # type: ignore[attr-defined]
    ours = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), loader)
    assert names(WITHOUT_FILE["markdown_extensions"]) <= names(ours["markdown_extensions"])


def test_tabs_of_either_style_of_the_extension_read_alike(project: Path) -> None:
    edit(project, "mkdocs.yml", "pymdownx.tabbed: {alternate_style: true}", "pymdownx.tabbed: {alternate_style: false}")
    (project / "content/pages/news.md").write_text(HEAD + STYLED["pymdownx.tabbed"][0] + "\n", "utf-8")
    one = build_site(project, PREVIEW)["news/index.html"]
    edit(project, "mkdocs.yml", "pymdownx.tabbed: {alternate_style: false}", "pymdownx.tabbed: {alternate_style: true}")
    two = build_site(project, PREVIEW)["news/index.html"]
    assert parse_html(one).one("main").text == parse_html(two).one("main").text
