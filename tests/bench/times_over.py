"""The real content several times over: each copy of a standard, with its statements and findings, of a provision, a situation, a form and their
easy-read pages, has ids and words of its own, and leads to the copies of what it leads to.

What stands beside them (roles, stages, sources, tools, words, contacts) stays as it is and leads to each copy as it does to the first, so that six times
the content are six times the pages about standards, statements, law, situations and forms, and pages six times as long about roles, stages and sources.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sds.paths import BOOKLETS, CONFIG, EASY_READ, FORMS, LAW, PAGES, RESOURCES, SITUATIONS, SOURCES, SPINE, STANDARDS, TEMPLATES

WORDS = (re.compile(r"\b[a-z]{6,}\b"), re.compile(r"\b[a-z]{3,}\b"))
"""What may be changed in a text: a long word, or a short one where there is no long one."""
TEXTS = frozenset({"asks", "asked_as", "text", "title", "why", "very_good", "weak", "words"})
"""Fields whose words each copy changes; ``ask_for`` is an id in a situation, and its words are those of ``text`` in a standard."""
NAMED_IN = {
    "provision": "provisions", "provisions": "provisions", "right": "provisions",
    "situation": "situations", "situations": "situations", "related": "situations",
    "templates": "templates",
}  # fmt: skip
"""Which kind of copied record a field of a copy names. An id alone does not tell: a form and a stage are both called ``review``."""


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
    """One copy: its number, and what its ids are in place of the first's. ``ids`` are those of each kind in ``NAMED_IN``."""

    number: int
    of_standards: re.Pattern[str]
    findings: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]

    @property
    def tag(self) -> str:
        """2 -> ``xb``, 27 -> ``xaa``: no word ends so."""
        letters, rest = "", self.number
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("a") + letter) + letters
        return f"x{letters}"

    def id(self, value: str, field: str = "") -> str:
        """The id in this copy of what belongs to a standard, or of what the ``field`` names; another value as it is."""
        if value in self.ids.get(NAMED_IN.get(field, ""), ()):
            return f"{value}-{self.tag}"
        return self.findings.get(value) or (self.of_standards.sub(rf"\1-{self.tag}", value) if self.of_standards.match(value) else value)

    def renamed(self, value: Any, field: str = "") -> Any:
        """``value`` with each id in it made the id in the copy."""
        if isinstance(value, dict):
            return {key: inner if key == "picture" else self.renamed(inner, key) for key, inner in value.items()}
        return [self.renamed(inner, field) for inner in value] if isinstance(value, list) else self.id(value, field)

    def changed(self, value: Any, field: str = "") -> Any:
        """The same, with a word of each text changed."""
        if isinstance(value, dict):
            return {key: self.changed(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.changed(inner, field) for inner in value]
        return self.reworded(value) if field in TEXTS else self.id(value, field)

    def record(self, one: dict[str, Any]) -> dict[str, Any]:
        """A provision, a situation or a form, whose own id is that of the copy too; what one section says is told once, so a provision has its own."""
        section = {"section": re.sub(r"\d+", lambda first: f"{first[0]}{self.number:03}", one["section"], count=1)} if "section" in one else {}
        return {**self.changed(one), **section, "id": f"{one['id']}-{self.tag}"}

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
    spine, sources, law = _read(project / SPINE), _read(project / SOURCES), _read(project / LAW)
    folders = {"situations": SITUATIONS, "templates": FORMS}
    ids = {"provisions": [one["id"] for one in law["provisions"]]}
    ids |= {kind: [file.stem for file in sorted((project / folder).glob("*.yaml"))] for kind, folder in folders.items()}
    standards = [one["id"] for one in spine["standards"]]
    copies = list(_copies(standards, [one["id"] for one in sources["findings"]], ids, times))
    entries, findings, provisions = list(spine["standards"]), list(sources["findings"]), list(law["provisions"])
    for copy in copies:
        entries += [copy.entry(one, len(entries) + position) for position, one in enumerate(spine["standards"], start=1)]
        findings += [copy.changed(one) for one in sources["findings"] if one["id"] in copy.findings]
        provisions += [copy.record(one) for one in law["provisions"]]
        for id in standards:
            _write(project / STANDARDS / f"{id}-{copy.tag}.yaml", copy.changed(_read(project / STANDARDS / f"{id}.yaml")))
        for kind, folder in folders.items():
            for id in ids[kind]:
                _write(project / folder / f"{id}-{copy.tag}.yaml", copy.record(_read(project / folder / f"{id}.yaml")))
    groups = [{**group, "situations": _lengthened(group["situations"], copies, "situations")} for group in spine["situation_groups"]]
    _write(project / SPINE, {**spine, "standards": entries, "situation_groups": groups})
    _write(project / SOURCES, {**sources, "findings": findings})
    _write(project / LAW, {**law, "provisions": provisions})
    _write(project / RESOURCES, _lengthened(_read(project / RESOURCES), copies))
    for file in sorted((project / EASY_READ).glob("*.yaml")):
        whole = _read(file)
        twins = [page for page in whole.get("pages", ()) if page.get("kind") in ("standards", "situations")]
        if twins:
            more = [_twin(page, copy) for copy in copies for page in twins]
            _write(file, {**whole, "pages": [*whole["pages"], *more]})


def _twin(page: dict[str, Any], copy: _Copy) -> dict[str, Any]:
    """The easy-read page of the copy of a standard or a situation."""
    return {**copy.renamed(page), "id": f"{page['id']}-{copy.tag}", "title": f"{page['title']} {copy.number}"}


def _copies(standards: Sequence[str], findings: Sequence[str], ids: Mapping[str, Sequence[str]], times: int) -> Iterator[_Copy]:
    """The second copy and those after it. There is no room for all findings 22 times over: their ids are E and four digits, from E01."""
    of_standards = re.compile(
        rf"^((?:{'|'.join(map(re.escape, standards))})(?=(?:-(?:[a-z]|cc)[1-9]\d*)?$)|(?:{'|'.join(map(re.escape, ids['situations']))})(?=-w\d+$))"
    )
    taken = frozenset(findings)
    free = (id for id in (f"E{number // 100:02}-{number % 100:02}" for number in range(100, 10_000)) if id not in taken)
    each = min(len(findings), (9_900 - len(findings)) // max(times - 1, 1))
    for number in range(2, times + 1):
        kinds = {kind: frozenset(some) for kind, some in ids.items()}
        yield _Copy(number, of_standards, dict(zip(findings[:each], free, strict=False)), kinds)


def _lengthened(value: Any, copies: Sequence[_Copy], field: str = "") -> Any:
    """``value`` with each list of ids of standards, of statements, or of what the ``field`` names, led on to those of the copies."""
    if isinstance(value, dict):
        return {key: _lengthened(inner, copies, key) for key, inner in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(one, str) and copies[0].id(one, field) != one for one in value):
            return [*value, *(copy.id(one, field) for copy in copies for one in value)]
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
