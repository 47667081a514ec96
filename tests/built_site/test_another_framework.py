"""Nothing in the program, templates, scripts or stylesheets is about one framework: names and records come from the data.

Both tests look for names and ids that the real framework has and the made-up one does not. Those that are in the code for another reason are listed with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from helpers import ROOT, build_site, parse_html, with_theme
from sds.model.framework import Framework
from sds.reading.load import load

PROGRAM = [
    file
    for folder, endings in (("overrides", ("html", "js", "css", "typ")), ("hooks", ("py",)))
    for ending in endings
    for file in sorted((ROOT / folder).rglob(f"*.{ending}"))
    if "vendor" not in file.parts
]
NAMED_BY_SITE = {
    "easy read": "a part of the site",
    "easy-read": "a part of the site",
    "good practice": "the ground of a box of a form, or of a principle, that is not the law, in every framework",
    "finding": "what a source says, in every framework",
    "how to complain": "a part of a page, where a framework says how",
    "large print": "a form of booklet",
    "option 1": "an option and its number",
    "self-evaluation": "a part of the site",
    "stage": "a point of a journey, in every framework",
    "template": "a file that any framework may have, in the list of schemas",
}
"""Terms of the real framework's glossary that are also the site's own words."""
ID = re.compile(r"""(?<=["'/])(?:[a-z0-9]+(?:-[a-z0-9]+)+|E\d\d-\d\d)(?=["'/])""")
"""Text in quotes or in an address that can be a record's id. Single words are left out, because they can be anything."""
EXAMPLES = {
    "easy-read": "a part of the site",
    "self-evaluation": "a part of the site",
    "word-bank": "how the word bank looks, and no picture",
}


def names(framework: Framework) -> set[str]:
    """The name of every record and publisher of a framework, in lower case."""
    told = {name for term in framework.terms for name in (term.term, *term.also_called)}
    for _, records in framework.listed():
        for record in records.values():
            told |= {name for field in ("title", "short", "publisher") if isinstance(name := getattr(record, field, None), str)}
    return {name.lower() for name in told}


def ids(framework: Framework) -> set[str]:
    """The id of every record and picture of a framework."""
    every = {id.rpartition("/")[2] for _, records in framework.listed() for id in records}
    return every | {picture.id for picture in framework.pictures}


def read(project: Path) -> Framework:
    framework = load(project).framework
    assert framework is not None
    return framework


def pages(project: Path) -> dict[str, str]:
    """The text of each page, except pages for editors about fields and files, and the page about columns of the data."""
    about_fields = ("contribute/", "data/columns/")
    files = build_site(project)
    return {path: parse_html(files[path]).text for path in files if path.endswith(".html") and not path.startswith(about_fields)}


def named(texts: Iterable[str], unknown: Iterable[str]) -> set[str]:
    """Which of the ``unknown`` names occur in ``texts`` as whole words."""
    longest_first = "|".join(sorted(map(re.escape, unknown), key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")
    return {found for text in texts for found in pattern.findall(text.lower())}


def own_words(project: Path) -> str:
    """All text in a framework's files, except the easy-read word lists."""
    files = [*project.glob("*.yaml"), *project.glob("content/**/*.yaml"), *project.glob("content/**/*.md")]
    return "\n".join(file.read_text("utf-8").lower() for file in files if "words" not in file.parts)


@pytest.fixture
def foreign(framework: Framework, small_easy_read: Path) -> set[str]:
    """The names of the real framework that the made-up one never uses."""
    everything = names(framework)
    return everything - named([own_words(small_easy_read)], everything)


@pytest.mark.slow("looks for thousands of names on every page")
def test_the_pages_of_another_framework_speak_of_nothing_that_only_the_real_one_has(small_easy_read: Path, foreign: set[str]) -> None:
    assert len(foreign) > 1000
    assert named(pages(small_easy_read).values(), foreign) == set(NAMED_BY_SITE)


@pytest.mark.slow("looks for thousands of names on every page")
@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("pages/easy-page.html", "Ask your care manager."),
        ("parts/foot.html", "Published by the Scottish Government."),
    ],
)
def test_a_name_of_the_real_framework_in_a_template_would_be_seen(small_easy_read: Path, foreign: set[str], template: str, words: str) -> None:
    file, block = with_theme(small_easy_read) / "overrides" / template, "{% block main %}"
    text = file.read_text("utf-8")
    file.write_text(text.replace(block, f"{block}<p>{words}</p>") if block in text else f"<p>{words}</p>{text}", "utf-8")
    assert named(pages(small_easy_read).values(), foreign) - {*NAMED_BY_SITE}


# --- records ---


def led_to(texts: Mapping[str, str], records: set[str]) -> Iterator[tuple[str, str]]:
    """Each of ``records`` that is named in one of ``texts``, with the name of the text."""
    return ((name, id) for name, text in texts.items() for id in ID.findall(text) if id in records)


@pytest.fixture
def only_real(framework: Framework, small_easy_read: Path) -> set[str]:
    """The ids of records that only the real framework has."""
    return ids(framework) - ids(read(small_easy_read))


def test_nothing_of_the_program_names_a_record_of_the_real_framework(only_real: set[str]) -> None:
    texts = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in PROGRAM}
    assert len(texts) > 200
    assert {id for _, id in led_to(texts, only_real)} == set(EXAMPLES)


def test_no_address_in_the_program_leads_to_a_page_of_the_real_framework(framework: Framework, only_real: set[str]) -> None:
    """Single words too: an address has the kind before the id. An easy-read topic counts as a kind."""
    kinds = "|".join({kind for kind, _ in framework.listed()} | {page.kind for page in framework.easy_read})
    address = re.compile(rf"/(?:{kinds})/([\w-]+)/")
    found = {id for file in PROGRAM for id in address.findall(file.read_text("utf-8")) if id in only_real}
    assert found == set()


@pytest.mark.parametrize("line", ['<a href="~/topics/what-is-self-directed-support/">', 'const FIRST = "independent-support";', 'picture="get-help"'])
def test_a_record_of_the_real_framework_in_a_template_would_be_seen(only_real: set[str], line: str) -> None:
    assert list(led_to({"a": line}, only_real))


def test_a_record_of_the_made_up_framework_may_be_an_example(only_real: set[str]) -> None:
    assert list(led_to({"a": '"water-w1" and "paths-cc1"'}, only_real)) == []
