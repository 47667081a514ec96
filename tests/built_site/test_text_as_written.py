"""Text in a field reaches readers as it was written, with any characters: on pages, in print and in data. Otherwise it is refused with its line."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, unquote_plus
from xml.etree import ElementTree

import pytest

from helpers import ROOT, parse_html
from pdfs import Paper
from sds.model.files import FILES
from sds.model.in_print import curly
from sds.model.records.search_words import DangerWords
from sds.output.files import Content
from sds.reading.yaml_text import parse
from texts.every_field import with_every_field
from texts.fields import Place, places
from texts.rules_set_aside import without_rules_of_words
from texts.write import written

SIGNS = r"""5 & 6 < 7 > 4, "a" 'b' \n \u2019 C:\x /y/ %20 &amp; &#60; &lt;b&gt; [x](y) ![z](w) _u_ `c` ~~d~~ $5 $x$ #1 #panic @ref ^ | ; != == + - ="""
"""Characters with a special meaning in HTML, Markdown, Jinja, Typst, YAML, JSON, CSV or addresses."""
LATIN = "\u00e9 \u2014 \u2013 \u2026 \u00bd \u0175\u017e \u1e9e \u00df"
"""An accented letter, dashes, a fraction, and letters whose upper case has another length. Combining accents are refused: see sds/reading/characters.py."""
OTHERS = "\u05e9\u0645\u6f22\u0e44\U0001f600"
"""Other scripts, some of them right-to-left, and an emoji. The booklets' typeface lacks them, so they are refused in text that is printed."""
BRACES, STARS = "{{ 7*7 }} {% raw %} {# n #} ${v} {number}", "**b** *i* * h"
"""Braces and stars. In some fields they have a meaning (boxes of letters, bold words), so these fields get a text without them."""
MARK = re.compile(r"qz(\d+)a\s(.*?)\sa\1zq", re.DOTALL)
"""Markers before and after a text, to find it wherever it is output completely."""
ADDRESSES = frozenset(["href", "action"])
FOLDED, WORDS_OF_SEARCH = "data-asked", re.compile(r"search/\w+/[dntw]\d+\.json|easy-read/search/start\.json")
"""Texts that the search compares in lower case and without accents, and that nobody reads."""
UNSEEN = {
    "tab": "\t",
    "return": "\r",
    "control": "\x07",
    "delete": "\x7f",
    "next line": "\x85",
    "non-breaking space": "\u00a0",
    "zero-width space": "\u200b",
    "joiner": "\u200d",
    "right to left": "\u202e",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "byte-order mark": "\ufeff",
    "private": "\ue000",
    "lost": "\ufffd",
}
ESCAPES = (*"0abtnvfre N_LP", "x41", "u2019", "U0001F600")
"""Every YAML escape (https://yaml.org/spec/1.2.2/#57-escaped-characters), except those for quotes, slash and backslash, which stand for themselves."""


WITHOUT_ROOM = {
    "Barrier.criteria": "takes numbers of success criteria, and a rule refuses anything else",
    "CommencementPart.since": "takes a day, and a rule refuses words without one",
    "Principle.facts": "takes names that stand under labels",
    "Step.how": "stands beside what a step that names one of the route has not got",
}
ELSEWHERE = "stands beside what the small framework has not got, or has another word for"
NOT_SHOWN = {
    "AlignmentsFile.note": ELSEWHERE,
    **dict.fromkeys((f"Authorities.{name}" for name in ("guidance", "handbook", "inspection", "replaced", "research", "review")), ELSEWHERE),
    "AvoidEntry.words": "for the checker alone",
    "AvoidEntry.write": "for the checker alone",
    "Disagreement.about": ELSEWHERE,
    "Disagreement.text": ELSEWHERE,
    "EasyMenu.heading": ELSEWHERE,
    "EasyStatements.rest_intro": ELSEWHERE,
    "Help.organisations": ELSEWHERE,
    "Language.own": ELSEWHERE,
    "LawNames.many": ELSEWHERE,
    "Reporting.limits": ELSEWHERE,
    "SearchWords.pages": "addresses",
}
"""Fields that no reader sees in the sites of this test. Every other field must be found somewhere."""
CUT = frozenset({"NotCovered.say"})
"""Fields of which the search shows only the first sentences, so that some characters end the text."""
COMPARED = frozenset(f"{DangerWords.__name__}.{name}" for name in DangerWords.model_fields)
"""Fields of phrases about danger, which the search compares and nobody reads."""
FORMS = {file.path: file for file in FILES}


def texts_in(path: str, content: Content, folder: Path) -> Iterator[str]:
    """Every text that a reader can get from a file of the site, whatever its format."""
    whole = content.encode() if isinstance(content, str) else content
    if path.endswith(".html"):
        yield from _in_markup(whole.decode())
    elif path.endswith(".json"):
        yield from _in_data(json.loads(whole))
    elif path.endswith(".csv"):
        yield from (cell for row in csv.reader(io.StringIO(whole.decode("utf-8-sig"))) for cell in row)
    elif path.endswith((".xml", ".svg")):
        for text in _in_xml(whole):
            yield from _in_data(text)
    elif path.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(whole)) as packed:
            for name in packed.namelist():
                if name.endswith(".xml"):
                    yield from _in_xml(packed.read(name))
    elif path.endswith(".pdf"):
        (folder / "paper.pdf").write_bytes(whole)
        yield from Paper(folder / "paper.pdf").pages  # text that continues on the next page is not found


def _in_markup(text: str) -> Iterator[str]:
    page = parse_html(text)
    for one in page.walk():
        for name, value in one.attrs.items():
            if name in ADDRESSES and not MARK.search(value):
                yield unquote(value) if "%20" in value else unquote_plus(value)
            elif name != FOLDED:
                yield value
        if one.tag == "script":
            if one.attrs.get("type") == "application/ld+json":
                yield from _in_data(json.loads("".join(map(str, one.children))))
            one.children.clear()
        elif one.tag == "title":
            yield one.text
            one.children.clear()
    yield page.text


def _in_data(value: object) -> Iterator[str]:
    """The texts in a JSON value. Any HTML in it is parsed as a browser would."""
    if isinstance(value, str):
        yield from _in_markup(value) if re.search(r"<(?:p|a|li|ul|div|span|section|h\d|b|strong)\b[^>]*>.*</", value, re.DOTALL) else [value]
    else:
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from _in_data(one)


def _in_xml(content: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(content)
    yield "".join(root.itertext())
    yield from (value for one in root.iter() for value in one.attrib.values())


@pytest.mark.slow("makes a whole small site with its booklets")
@pytest.mark.parametrize("chars", [SIGNS, LATIN, OTHERS], ids=["signs", "latin", "others"])
def test_what_is_written_in_any_field_comes_out_as_it_was_written_or_is_refused_at_its_line(
    small_easy_read: Path, chars: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    (small_easy_read / "overrides").symlink_to(ROOT / "overrides")
    assert {f"{model.__name__}.{name}" for model, name in with_every_field(small_easy_read)} == {*WITHOUT_ROOM}
    every = places(small_easy_read)
    number = {place: at for at, place in enumerate(every)}
    without_rules_of_words(monkeypatch)

    def typed(place: Place) -> str:
        form = FORMS.get(place.file) or FORMS[f"{place.file.rpartition('/')[0]}/*.yaml"]
        return f"{chars}{'' if form.braces else ' ' + BRACES}{'' if form.bold else ' ' + STARS}"

    made = written(small_easy_read, every, lambda place: f"{place.value} qz{number[place]}a {typed(place)} a{number[place]}zq")
    seen, wrong = defaultdict[str, set[Place]](set), dict[str, str]()
    for path in made.site.files:
        content = made.site.files.pop(path)
        for text in () if WORDS_OF_SEARCH.fullmatch(path) else texts_in(path, content, tmp_path):
            for found in MARK.finditer(text):
                place = every[int(found[1])]
                seen[path.rpartition(".")[2]].add(place)
                if not (_holds if path.endswith(".pdf") else str.__eq__)(_one_line(found[2]), _one_line(curly(typed(place)))):
                    wrong.setdefault(f"{path}: {place.name}", found[2][:300])
    assert wrong == {}
    tell(
        f"{len(made.taken)} of {len(every)} values taken and {len(made.refused)} refused; read in {', '.join(f'{len(of)} {form}' for form, of in seen.items())}"
    )
    if chars is not OTHERS:  # most values refuse those characters, because they would be printed
        assert {place.name for place in made.taken} - {place.name for places in seen.values() for place in places} - CUT - COMPARED == {*NOT_SHOWN}
        assert {*seen} == {"html", "json", "csv", "docx", "pdf", "xlsx"}


def _one_line(text: str) -> str:
    """A text with white space collapsed and accents composed, because pages and print keep no more."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _holds(printed: str, wanted: str) -> bool:
    """Whether the text of a PDF contains ``wanted`` in order: lines can break anywhere, and a table's columns alternate line by line."""
    left = iter(printed)
    return all(letter in left for letter in wanted if letter != " ")


@pytest.mark.parametrize("character", UNSEEN.values(), ids=UNSEEN)
def test_a_character_that_nobody_sees_is_refused_at_its_line_in_every_field(small_easy_read: Path, character: str) -> None:
    told_in_every_field(small_easy_read, lambda value: "'" + f"{value} a{character}b".replace("'", "''") + "'")


@pytest.mark.parametrize("code", ESCAPES)
def test_an_escape_is_refused_at_its_line_in_every_field(small_easy_read: Path, code: str) -> None:
    told_in_every_field(small_easy_read, lambda value: '"' + value.replace("\\", "").replace('"', "") + f' a\\{code}b"')


def told_in_every_field(project: Path, quoted: Callable[[str], str]) -> None:
    """Writes a mistake into every prose value, and checks that each such line is reported. Of line ends only the first is, because saving the
    file changes all."""
    with_every_field(project)
    by_file = defaultdict[str, list[Place]](list)
    for place in places(project):
        by_file[place.file].append(place)
    for path, every in by_file.items():
        text = (project / path).read_text("utf-8")
        for place in reversed(every):
            text = text[: place.begin] + quoted(place.value) + "\n" * text[place.begin : place.end].count("\n") + text[place.end :]
        document, problems = parse(path, text)
        assert document is None, path
        lines = {place.line for place in every}
        told = {problem.line for problem in problems}
        assert told == {min(lines)} if "\r" in text else lines <= told, (path, [str(problem) for problem in problems[:3]])
