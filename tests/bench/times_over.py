"""Multiplies the real content: each copy of a standard (with its statements and findings), of a provision, situation or form, and of their easy-read pages has
its own ids and slightly changed words, and refers to the copies of the records that the original refers to.

Other records (roles, stages, sources, tools, words, contacts) stay single and refer to every copy as they do to the original. So six times the content
has six times as many pages about standards, statements, law, situations and forms, and six times longer pages about roles, stages and sources.
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

WORDS = (re.compile(r"\b[a-z]{6,}\b(?!['\u2019])"), re.compile(r"\b[a-z]{3,}\b(?!['\u2019])"))
"""Which word of a text a copy changes: a long one or, if there is none, a short one."""
TEXTS = frozenset({"asks", "asked_as", "text", "title", "why", "very_good", "weak", "words"})
"""Fields whose text each copy changes. ``ask_for`` is not one: in a situation it is an id, and in a standard its words are in ``text``."""
NAMED_IN = {
    "provision": "provisions", "provisions": "provisions", "right": "provisions",
    "situation": "situations", "situations": "situations", "related": "situations",
    "templates": "templates",
}  # fmt: skip
"""The kind of copied record that a field of a copy names. The id alone would not tell: both a form and a stage have the id ``review``."""


def times_over(root: Path, to: Path, times: int) -> Path:
    """Writes the content of the project in ``root``, multiplied, to a new project in the folder ``to``, ready to build. Returns ``to``."""
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
    """One copy: its number, and the mapping from original ids to its own. ``ids`` are the copied ids of each kind in ``NAMED_IN``."""

    number: int
    of_standards: re.Pattern[str]
    findings: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]

    @property
    def tag(self) -> str:
        """The copy's letters: ``xb`` for copy 2, ``xaa`` for copy 27. No word ends in them."""
        letters, rest = "", self.number
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("a") + letter) + letters
        return f"x{letters}"

    def id(self, value: str, field: str = "") -> str:
        """The copy's id for a part of a standard, or for the record that ``field`` names; any other value unchanged."""
        if value in self.ids.get(NAMED_IN.get(field, ""), ()):
            return f"{value}-{self.tag}"
        return self.findings.get(value) or (self.of_standards.sub(rf"\1-{self.tag}", value) if self.of_standards.match(value) else value)

    def renamed(self, value: Any, field: str = "") -> Any:
        """``value`` with each id in it replaced by the copy's id."""
        if isinstance(value, dict):
            return {key: inner if key == "picture" else self.renamed(inner, key) for key, inner in value.items()}
        return [self.renamed(inner, field) for inner in value] if isinstance(value, list) else self.id(value, field)

    def changed(self, value: Any, field: str = "") -> Any:
        """The same, with one word changed in each text."""
        if isinstance(value, dict):
            return {key: self.changed(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.changed(inner, field) for inner in value]
        return self.reworded(value) if field in TEXTS else self.id(value, field)

    def record(self, one: dict[str, Any]) -> dict[str, Any]:
        """A provision, situation or form with the copy's own id. A provision also gets its own section, because each section may be stated only once."""
        section = {"section": re.sub(r"\d+", lambda first: f"{first[0]} and {self.number:03}", one["section"], count=1)} if "section" in one else {}
        return {**self.changed(one), **section, "id": f"{one['id']}-{self.tag}"}

    def reworded(self, text: str) -> str:
        """``text`` with one word changed."""
        words = next((words for words in WORDS if words.search(text)), WORDS[0])
        return words.sub(lambda word: word[0] + self.tag, text, count=1)

    def entry(self, one: dict[str, Any], number: int) -> dict[str, Any]:
        """A standard's entry in the spine, with its own number and titles."""
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
    """The easy-read page for the copy of a standard or situation."""
    return {**copy.renamed(page), "id": f"{page['id']}-{copy.tag}", "title": f"{page['title']} {copy.number}"}


def _copies(standards: Sequence[str], findings: Sequence[str], ids: Mapping[str, Sequence[str]], times: int) -> Iterator[_Copy]:
    """The copies after the original. Ids of findings have four digits after "E", because two would not be enough for 22 copies."""
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
    """``value`` in which each list of ids of standards, statements, or records that ``field`` names, also has the ids of the copies."""
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
    """Parses a YAML file, with every value as a string."""
    with file.open(encoding="utf-8") as text:
        return yaml.load(text, yaml.CBaseLoader)  # this loader makes strings only


def _write(file: Path, value: Any) -> None:
    with file.open("w", encoding="utf-8") as text:
        yaml.dump(
            value, text, yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000_000
        )  # on one line, as the check takes a line that goes on for one with a lost name
