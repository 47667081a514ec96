"""The real content several times over: each copy of a standard, with its statements, its findings and its easy-read page, has ids and words of its own.

What stands beside them (roles, stages, sources, tools, words) stays as it is and leads to each copy as it does to the first, so that six times the
content are six times the pages about standards and statements, and pages six times as long about roles, stages and sources.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sds.paths import BOOKLETS, CONFIG, EASY_READ, PAGES, RESOURCES, SOURCES, SPINE, STANDARDS, TEMPLATES

WORDS = (re.compile(r"\b[a-z]{6,}\b"), re.compile(r"\b[a-z]{3,}\b"))
"""What may be changed in a text: a long word, or a short one where there is no long one."""
TEXTS = frozenset({"asks", "ask_for", "text", "why", "very_good", "weak"})
"""Fields whose words each copy changes."""


def times_over(root: Path, to: Path, times: int) -> Path:
    """A project in the new folder ``to`` with the content of the one in ``root`` so many ``times`` over, ready to build. Returns ``to``."""
    for name in (CONFIG, SPINE):
        to.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, to)
    for name in ("content", TEMPLATES):
        shutil.copytree(root / name, to / name)
    (to / "hooks").symlink_to(root / "hooks")
    assert (to / PAGES).is_dir()
    assert (to / BOOKLETS).is_dir()
    if times > 1:
        _multiply(to, times)
    return to


@dataclass(frozen=True)
class _Copy:
    """One copy: its number, and what its ids are in place of the first's."""

    number: int
    of_standards: re.Pattern[str]
    findings: Mapping[str, str]

    @property
    def tag(self) -> str:
        """2 -> ``xb``, 27 -> ``xaa``: no word ends so."""
        letters, rest = "", self.number
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("a") + letter) + letters
        return f"x{letters}"

    def id(self, value: str) -> str:
        """The id in this copy of what belongs to a standard; another value as it is."""
        return self.findings.get(value) or (self.of_standards.sub(rf"\1-{self.tag}", value) if self.of_standards.match(value) else value)

    def renamed(self, value: Any) -> Any:
        """``value`` with each id in it made the id in the copy."""
        if isinstance(value, dict):
            return {key: inner if key == "picture" else self.renamed(inner) for key, inner in value.items()}
        return [self.renamed(inner) for inner in value] if isinstance(value, list) else self.id(value)

    def changed(self, value: Any, field: str = "") -> Any:
        """The same, with a word of each text changed."""
        if isinstance(value, dict):
            return {key: self.changed(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.changed(inner, field) for inner in value]
        return self.reworded(value) if field in TEXTS else self.id(value)

    def reworded(self, text: str) -> str:
        """``text`` with a word of it changed."""
        words = next((words for words in WORDS if words.search(text)), WORDS[0])
        return words.sub(lambda word: word[0] + self.tag, text, count=1)

    def entry(self, one: dict[str, Any], number: int) -> dict[str, Any]:
        """A standard's entry in the spine, with names of its own."""
        names = {
            "title": f"{one['title']} {self.tag}",
            "short": f"{one['short']} {self.tag}",
            "formerly": [{**former, "title": f"{former['title']} {self.tag}"} for former in one["formerly"]],
            "also_called": [f"{name} {self.tag}" for name in one.get("also_called", ())],
        }
        return {**one, **names, "id": f"{one['id']}-{self.tag}", "number": str(number)}


def _multiply(project: Path, times: int) -> None:
    spine, sources = _read(project / SPINE), _read(project / SOURCES)
    ids = [one["id"] for one in spine["standards"]]
    copies = list(_copies(ids, [one["id"] for one in sources["findings"]], times))
    entries, findings = list(spine["standards"]), list(sources["findings"])
    for copy in copies:
        entries += [copy.entry(one, len(entries) + position) for position, one in enumerate(spine["standards"], start=1)]
        findings += [copy.changed(one) for one in sources["findings"] if one["id"] in copy.findings]
        for id in ids:
            _write(project / STANDARDS / f"{id}-{copy.tag}.yaml", copy.changed(_read(project / STANDARDS / f"{id}.yaml")))
    _write(project / SPINE, {**spine, "standards": entries})
    _write(project / SOURCES, {**sources, "findings": findings})
    _write(project / RESOURCES, _lengthened(_read(project / RESOURCES), copies))
    for file in sorted((project / EASY_READ).glob("*.yaml")):
        whole = _read(file)
        twins = [page for page in whole.get("pages", ()) if page.get("kind") == "standards"]
        if twins:
            more = [{**copy.renamed(page), "title": f"{page['title']} {copy.number}"} for copy in copies for page in twins]
            _write(file, {**whole, "pages": [*whole["pages"], *more]})


def _copies(standards: Sequence[str], findings: Sequence[str], times: int) -> Iterator[_Copy]:
    """The second copy and those after it. There is no room for all findings 22 times over: their ids are E and four digits."""
    of_standards = re.compile(rf"^({'|'.join(map(re.escape, standards))})(?=(?:-(?:[a-z]|cc)[1-9]\d*)?$)")
    taken = frozenset(findings)
    free = (id for id in (f"E{number // 100:02}-{number % 100:02}" for number in range(10_000)) if id not in taken)
    each = min(len(findings), (10_000 - len(findings)) // max(times - 1, 1))
    for number in range(2, times + 1):
        yield _Copy(number, of_standards, dict(zip(findings[:each], free, strict=False)))


def _lengthened(value: Any, copies: Sequence[_Copy]) -> Any:
    """``value`` with each list of ids of standards, or of statements, led on to those of the copies."""
    if isinstance(value, dict):
        return {key: _lengthened(inner, copies) for key, inner in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(one, str) and copies[0].of_standards.match(one) for one in value):
            return [*value, *(copy.id(one) for copy in copies for one in value)]
        return [_lengthened(inner, copies) for inner in value]
    return value


def sentence_changed(project: Path) -> None:
    """Changes a sentence of one statement, as an editor does between two builds."""
    file = project / next(_standards(project))
    text = file.read_text("utf-8")
    why = re.search(r"why: (?:>-\s+)?[A-Z][a-z]+ ", text)
    assert why
    file.write_text(text[: why.end()] + "now " + text[why.end() :], "utf-8")


def _standards(project: Path) -> Iterator[str]:
    for entry in _read(project / SPINE)["standards"]:
        yield f"{STANDARDS}/{entry['id']}.yaml"


def _read(file: Path) -> Any:
    """What a file says, each value as the words in it."""
    with file.open(encoding="utf-8") as text:
        return yaml.load(text, yaml.CBaseLoader)  # it makes strings only


def _write(file: Path, value: Any) -> None:
    with file.open("w", encoding="utf-8") as text:
        yaml.dump(value, text, yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=150)
