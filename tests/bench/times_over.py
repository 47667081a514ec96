"""The real content several times over: each copy of a standard, with its statements and its easy-read page, has ids and words of its own.

What stands beside the standards (roles, stages, sources, tools, words) stays as it is and leads to each copy as it does to the first, so that six times the
standards are about six times the pages that are about a standard.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from sds.paths import BOOKLETS, CONFIG, EASY_READ, PAGES, RESOURCES, SOURCES, SPINE, STANDARDS, TEMPLATES

WORD = re.compile(r"\b[a-z]{6,}\b")
TEXTS = frozenset({"asks", "ask_for", "text", "why", "very_good", "weak"})
"""Fields whose words each copy changes, in a standard's file."""


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


def _multiply(project: Path, times: int) -> None:
    spine = _read(project / SPINE)
    ids = [one["id"] for one in spine["standards"]]
    own = re.compile(rf"(?<![a-z0-9-])({'|'.join(map(re.escape, ids))})(?=(?:-(?:[a-z]|cc)[1-9]\d*)?(?![a-z0-9-]))")
    entries = list(spine["standards"])
    pages = {file: _read(file) for file in sorted((project / EASY_READ).glob("*.yaml"))}
    added: dict[Path, list[Any]] = {file: [] for file in pages}
    for copy in range(2, times + 1):
        tag = _letters(copy)
        entries += [_entry(one, f"{one['id']}-{tag}", len(entries) + position, tag) for position, one in enumerate(spine["standards"], start=1)]
        for id in ids:
            told = _changed(_read(project / STANDARDS / f"{id}.yaml"), own, tag)
            _write(project / STANDARDS / f"{id}-{tag}.yaml", told)
        for file, whole in pages.items():
            twins = [page for page in whole.get("pages", ()) if page.get("kind") == "standards"]
            added[file] += [{**_renamed(page, own, tag), "title": f"{page['title']} {copy}"} for page in twins]
    _write(project / SPINE, {**spine, "standards": entries})
    for file, more in added.items():
        if more:
            _write(file, {**pages[file], "pages": [*pages[file]["pages"], *more]})
    for name in (RESOURCES, SOURCES):
        _write(project / name, _lengthened(_read(project / name), own, [_letters(copy) for copy in range(2, times + 1)]))


def _letters(copy: int) -> str:
    """2 -> ``xb``, 27 -> ``xaa``: no word ends so."""
    letters = ""
    while copy:
        copy, rest = divmod(copy - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return f"x{letters}"


def _entry(one: dict[str, Any], id: str, number: int, tag: str) -> dict[str, Any]:
    """A copy of a standard's entry in the spine, with names of its own."""
    names = {
        "title": f"{one['title']} {tag}",
        "short": f"{one['short']} {tag}",
        "formerly": [{**former, "title": f"{former['title']} {tag}"} for former in one["formerly"]],
        "also_called": [f"{name} {tag}" for name in one.get("also_called", ())],
    }
    return {**one, **names, "id": id, "number": str(number)}


def _renamed(value: Any, own: re.Pattern[str], tag: str) -> Any:
    """``value`` with each id in it that belongs to a standard made the id in the copy."""
    if isinstance(value, dict):
        return {key: inner if key == "picture" else _renamed(inner, own, tag) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, own, tag) for inner in value]
    return own.sub(rf"\1-{tag}", value) if own.match(value) else value


def _changed(value: Any, own: re.Pattern[str], tag: str, field: str = "") -> Any:
    """The same, with a word of each text changed."""
    if isinstance(value, dict):
        return {key: _changed(inner, own, tag, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, own, tag, field) for inner in value]
    return WORD.sub(lambda word: word[0] + tag, value, count=1) if field in TEXTS else _renamed(value, own, tag)


def _lengthened(value: Any, own: re.Pattern[str], tags: list[str]) -> Any:
    """``value`` with each list of ids of standards, or of statements, led on to those of the copies."""
    if isinstance(value, dict):
        return {key: _lengthened(inner, own, tags) for key, inner in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(one, str) and own.match(one) and len(one.split()) == 1 for one in value):
            return [*value, *(_renamed(one, own, tag) for tag in tags for one in value)]
        return [_lengthened(inner, own, tags) for inner in value]
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
