"""Puts hostile text into every value of every YAML file of the small framework: it is either refused with file and line, or readers see it as plain text."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from helpers import ROOT, SETTINGS
from sds.build import Site, build
from sds.model.files import FILES
from sds.reading.load import paths
from texts.every_field import with_every_field
from texts.fields import places
from texts.rules_set_aside import without_rules_of_words
from texts.write import written

HOSTILE = {
    "script": "<script>document.title='broken'</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "address": "javascript:alert(1)",
    "markdown": "[press](javascript:alert(1)) and **bold** and ![x](x)",
    "template": "{{ 7*7 }} {% raw %} {number.__class__} ${7*7}",
    "typst": '#panic("broken") #link("javascript:alert(1)")[press] $x$ #set page(width: 1pt)',
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1+cmd|' /C calc'!A0",
    "end": "</main></body></script></style>--> ]]> <!--",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "round": "left \u202eright\u202c",
    "nothing": "a\x00b",
}
SCHEMES = ("javascript:", "data:", "vbscript:")
LEADING = frozenset({"href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href"})
"""Attributes whose value a browser follows or loads."""
ACTIVE = frozenset({"iframe", "object", "embed", "base", "style"})
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Value:
    """One value in a file: its first and last character, and its line."""

    file: str
    begin: int
    end: int
    line: int


def values(project: Path) -> list[Value]:
    """Every value of every YAML file of the model, in order."""
    files = sorted({path for file in FILES for path in paths(project, file) if (project / path).exists()})
    found = [value for file in files for value in _in(file, (project / file).read_text("utf-8"))]
    assert len(found) > 300
    return found


def _in(file: str, text: str) -> Iterator[Value]:
    def walk(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from walk(item)
        elif isinstance(node, yaml.MappingNode):
            for _, value in node.value:
                yield from walk(value)

    for node in walk(yaml.compose(text, Loader=yaml.CSafeLoader) or yaml.ScalarNode("", "")):
        if node.style not in {"|", ">"} and node.end_mark:
            yield Value(file, node.start_mark.index, node.end_mark.index, node.start_mark.line + 1)


def overwrite(project: Path, clean: dict[str, str], hostile: str, at: set[Value]) -> None:
    """Restores every file, then puts the hostile text in place of some values."""
    quoted = "'" + hostile.replace("'", "''") + "'"
    for file, text in clean.items():
        for value in sorted((value for value in at if value.file == file), key=lambda value: -value.begin):
            text = text[: value.begin] + quoted + "\n" * text[value.begin : value.end].count("\n") + text[value.end :]
        (project / file).write_text(text, "utf-8")


def built_with(project: Path, hostile: str) -> tuple[Site, int]:
    """The site with the hostile text at every value that accepts it, and the number of these. Every other value refuses it with file and line."""
    every = values(project)
    clean = {file: (project / file).read_text("utf-8") for file in {value.file for value in every}}
    left = set(every)
    for _ in range(40):
        overwrite(project, clean, hostile, left)
        problems = build(project, SETTINGS)
        if isinstance(problems, Site):
            return problems, len(left)
        lines = {(problem.path, problem.line) for problem in problems}
        told = {value for value in left if (value.file, value.line) in lines} or {value for value in left if value.file in {file for file, _ in lines}}
        assert told, problems[:3]
        left -= told
    raise AssertionError("what is refused never ends")


def some_of_the_twelve(few: Collection[str]) -> list[Any]:
    """The names of the hostile texts, as parameters. All but ``few`` are marked ``long``."""
    return [name if name in few else pytest.param(name, marks=pytest.mark.long("builds a site for each of twelve hostile texts")) for name in HOSTILE]


@pytest.mark.slow("makes a whole small site")
@pytest.mark.parametrize("name", some_of_the_twelve(["script"]))
def test_a_hostile_text_in_any_field_is_refused_at_its_line_or_reaches_readers_as_words(
    small_easy_read: Path, name: str, tell: Callable[[str], None], tmp_path: Path
) -> None:
    project, hostile = small_easy_read, HOSTILE[name]
    (project / "overrides").symlink_to(ROOT / "overrides")
    site, at = built_with(project, hostile)
    assert acting(site, tmp_path) == {}
    tell(f"{name}: taken as words at {at} values")


@pytest.mark.slow("makes a whole small site")
@pytest.mark.parametrize("place", ["before words", "after words"])
@pytest.mark.parametrize("name", some_of_the_twelve(["markdown", "formula"]))
def test_a_hostile_text_that_no_rule_of_wording_refuses_reaches_readers_as_words(
    small_easy_read: Path, name: str, place: str, monkeypatch: pytest.MonkeyPatch, tell: Callable[[str], None], tmp_path: Path
) -> None:
    """Most hostile texts break a rule about wording. Another framework may make an exception to the rule, so the pages must be safe without it."""
    (small_easy_read / "overrides").symlink_to(ROOT / "overrides")
    with_every_field(small_easy_read)
    every = places(small_easy_read)
    without_rules_of_words(monkeypatch)
    made = written(small_easy_read, every, lambda at: f"{HOSTILE[name]} {at.value}" if place == "before words" else f"{at.value} {HOSTILE[name]}")
    assert acting(made.site, tmp_path) == {}
    tell(f"{name}, {place}: taken as words at {len(made.taken)} of {len(every)} values, refused at its line at the others")


def acting(site: Site, folder: Path) -> dict[str, list[str]]:
    """Everything in the site's files that would run or load something, by file."""
    found = {}
    for path in site.files:
        content = site.files.pop(path)
        if here := [*active(path, content.encode() if isinstance(content, str) else content, folder)]:
            found[path] = here
    return found


def active(path: str, content: bytes, folder: Path) -> Iterator[str]:
    """Everything in one file that would run something, load something from elsewhere, or make the file invalid."""
    if path.endswith(".html"):
        yield from _in_page(content)
    elif path.endswith((".svg", ".xml")):
        for one in ElementTree.fromstring(content).iter():
            if one.tag.rpartition("}")[2] == "script" or any(name.startswith("on") or value.startswith(SCHEMES) for name, value in one.attrib.items()):
                yield f"{one.tag} {one.attrib}"
    elif path.endswith(".json") and not path.startswith("assets/"):
        json.loads(content)
    elif path.endswith(".csv"):
        yield from (cell for row in csv.reader(content.decode("utf-8-sig").splitlines()) for cell in row if cell.startswith(FORMULA))
    elif path.endswith(".pdf"):
        yield from _in_paper(content, folder)


def _in_page(content: bytes) -> Iterator[str]:
    for one in LexborHTMLParser(content).css("*"):
        source = one.attributes.get("src") or ""
        if one.tag in ACTIVE or (one.tag == "script" and not _harmless(one.attributes.get("type"), source, one.text() or "")):
            yield f"{one.tag} {one.attributes}"
        for name, value in one.attributes.items():
            if name.startswith("on") or name == "style" or (name in LEADING and (value or "").strip().lower().startswith(SCHEMES)):
                yield f"{one.tag} {name}={value}"
        if one.tag in {"img", "b"} and source == "x":
            yield f"{one.tag} {one.attributes}"


def _harmless(kind: str | None, source: str, words: str) -> bool:
    """Whether a script element is one of the site's own, or a data block that browsers do not run and that no text can close."""
    if kind == "application/ld+json":
        return not source and "<" not in words and bool(json.loads(words))
    return "/assets/js/" in source and not words.strip()


def _in_paper(content: bytes, folder: Path) -> Iterator[str]:
    (folder / "paper.pdf").write_bytes(content)
    with pikepdf.open(folder / "paper.pdf") as paper:
        for one in paper.objects:
            if isinstance(one, pikepdf.Dictionary):
                kind, address = str(one.get("/S", "")), str(one.get("/URI", ""))
                if kind in {"/JavaScript", "/Launch"} or "/JS" in one or address.lower().startswith(SCHEMES):
                    yield repr(one)
