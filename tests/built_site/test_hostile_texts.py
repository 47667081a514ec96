"""Every value of every YAML file of the small framework is a hostile text in turn: it is refused with file and line, or it reaches readers as words."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from helpers import ROOT, SETTINGS
from sds.build import Site, build
from sds.model.files import FILES
from sds.reading.load import paths

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
"""Attributes whose value a browser follows or fetches."""
ACTIVE = frozenset({"iframe", "object", "embed", "base", "style"})
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Value:
    """One value in a file: where it begins and ends there, and its line."""

    file: str
    begin: int
    end: int
    line: int


def values(project: Path) -> list[Value]:
    """Every value of every YAML file that the model knows, in order."""
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


def written(project: Path, clean: dict[str, str], hostile: str, at: set[Value]) -> None:
    """Writes every file as it was, with the hostile text at some values."""
    quoted = "'" + hostile.replace("'", "''") + "'"
    for file, text in clean.items():
        for value in sorted((value for value in at if value.file == file), key=lambda value: -value.begin):
            text = text[: value.begin] + quoted + "\n" * text[value.begin : value.end].count("\n") + text[value.end :]
        (project / file).write_text(text, "utf-8")


def built_with(project: Path, hostile: str) -> tuple[Site, int]:
    """The site with a hostile text at every value that takes it, and how many those are. At all others it is refused, with file and line."""
    every = values(project)
    clean = {file: (project / file).read_text("utf-8") for file in {value.file for value in every}}
    left = set(every)
    for _ in range(40):
        written(project, clean, hostile, left)
        problems = build(project, SETTINGS)
        if isinstance(problems, Site):
            return problems, len(left)
        lines = {(problem.path, problem.line) for problem in problems}
        told = {value for value in left if (value.file, value.line) in lines} or {value for value in left if value.file in {file for file, _ in lines}}
        assert told, problems[:3]
        left -= told
    raise AssertionError("what is refused never ends")


@pytest.mark.long("builds a site for each of twelve hostile texts")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_in_any_field_is_refused_at_its_line_or_reaches_readers_as_words(
    small_easy_read: Path, name: str, tell: Callable[[str], None], tmp_path: Path
) -> None:
    project, hostile = small_easy_read, HOSTILE[name]
    (project / "overrides").symlink_to(ROOT / "overrides")
    site, at = built_with(project, hostile)
    for path in site.files:
        content = site.files.pop(path)
        whole = content.encode() if isinstance(content, str) else content
        found = [*active(path, whole, tmp_path)]
        assert found == [], (path, found)
    tell(f"{name}: taken as words at {at} values")


def active(path: str, content: bytes, folder: Path) -> Iterator[str]:
    """Whatever in a file of a site would do something, come from elsewhere, or make the file unreadable."""
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
        if one.tag in ACTIVE or (one.tag == "script" and ("/assets/js/" not in source or (one.text() or "").strip())):
            yield f"{one.tag} {one.attributes}"
        for name, value in one.attributes.items():
            if name.startswith("on") or name == "style" or (name in LEADING and (value or "").strip().lower().startswith(SCHEMES)):
                yield f"{one.tag} {name}={value}"
        if one.tag in {"img", "b"} and source == "x":
            yield f"{one.tag} {one.attributes}"


def _in_paper(content: bytes, folder: Path) -> Iterator[str]:
    (folder / "paper.pdf").write_bytes(content)
    with pikepdf.open(folder / "paper.pdf") as paper:
        for one in paper.objects:
            if isinstance(one, pikepdf.Dictionary):
                kind, address = str(one.get("/S", "")), str(one.get("/URI", ""))
                if kind in {"/JavaScript", "/Launch"} or "/JS" in one or address.lower().startswith(SCHEMES):
                    yield repr(one)
