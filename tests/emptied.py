"""Makes a copy of the real framework without one kind of record, and without everything that refers to such records or needs them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from helpers import ROOT
from sds.model.files import FILES, File
from sds.model.framework import Framework
from sds.model.kinds import KINDS, Kind
from sds.model.records import Spine
from sds.model.records.base import Record
from sds.model.references import references
from sds.paths import EASY_READ, EASY_WORDS, EXCEPTIONS, PAGES, PARTS, SEARCH_WORDS, SPINE, WORDS_TO_AVOID
from sds.problem import FieldPath
from sds.reading.load import load, paths

Data = dict[str, Any]
HAND_WRITTEN = {
    "about": "# About\n\n## What a statement is based on {#basis}\n\nSee each page.\n",
    "contribute": "# Contribute\n\n## Suggest something {#suggest}\n\nWrite to us.\n",
}
"""Replaces the real hand-written pages, which mention records that are removed here."""


def without(kind: str, project: Path) -> Path:
    """Writes the real framework without records of ``kind``, and without ``expected`` numbers, to the folder ``project``. Returns the folder."""
    files = {path: (file, _read(ROOT / path)) for file in FILES for path in paths(ROOT, file)}
    files[SPINE][1].pop("expected")
    files.pop(EXCEPTIONS)  # they all belong to rules that give only warnings
    if kind in {"sources", "findings", "provisions"}:  # a basis may require evidence of these kinds
        for basis in files[SPINE][1]["bases"]:
            basis.pop("needs", None)
    _empty(files, KINDS[kind])
    while True:
        made = {path: _model(file, data) for path, (file, data) in files.items()}
        files = {path: file for path, file in files.items() if made[path]}
        models = {path: model for path, model in made.items() if model}
        spine = models[SPINE]
        assert isinstance(spine, Spine)
        framework = Framework(files=models, common_words=frozenset())
        places = {path: [*_last_first(_dangling(model, framework))] for path, model in models.items()}
        if not any(places.values()):
            break
        for path, some in places.items():
            taken = [_take_out(files[path][1], place) for place in some]
            if not all(taken):
                del files[path]
        for _, data in files.values():
            _without_law(data)
            _without_parts(data)
    _without_words_of_gone(files[SEARCH_WORDS][1], framework)
    _write(project, {path: data for path, (_, data) in files.items()})
    if kind == "terms":  # bold words must be in the word bank, which is made from the terms
        easier = {word: entry["write"].split(",")[0] for entry in files[WORDS_TO_AVOID][1]["never"] for word in entry["words"]}
        for file in (project / EASY_READ).glob("*.yaml"):
            text = re.sub(r"\*\*(.+?)\*\*", lambda bold: " ".join(easier.get(word, word) for word in bold[1].split(" ")), file.read_text("utf-8"))
            file.write_text(text, "utf-8")
    return project


def _without_words_of_gone(words: Data, framework: Framework) -> None:
    """Removes the search words of pages whose records have been removed."""
    whole = load(ROOT).framework
    assert whole
    gone = {(kind, id) for kind, records in whole.listed() for id in records} - {(kind, id) for kind, records in framework.listed() for id in records}
    own = {kind.url.split("/")[1] for kind in KINDS.values() if kind.own_page}  # other folders, such as findings by standard, can be of any kind
    for address in list(words["pages"]):
        folder, *below = address.strip("/").split("/")
        no_bank = address == "/easy-read/words/" and not framework.terms  # the word bank is made from the terms
        if no_bank or (below and any(id == below[0] and (kind == folder or folder not in own) for kind, id in gone)):
            del words["pages"][address]


def _read(file: Path) -> Data:
    data: Data = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
    return data


def _empty(files: dict[str, tuple[File, Data]], kind: Kind) -> None:
    """Removes all records of a kind: lists of them, or whole files."""
    for path, (file, data) in list(files.items()):
        if file is kind.file and not kind.steps:
            del files[path]
        elif file is kind.file:
            for place, _ in [*kind.lists(data)]:
                _take_out(data, place)
    if kind.name == "standards":
        _empty(files, KINDS["standard files"])


def _model(file: File, data: Data) -> Record | None:
    """Validates a file's data, and first removes every value that the model refuses. None if nothing is left."""
    while True:
        try:
            return file.model.model_validate(data)
        except ValidationError as error:
            for place in _last_first(tuple(detail["loc"]) for detail in error.errors(include_url=False)):
                if not _take_out(data, place):
                    return None


def _without_law(value: Any) -> None:
    """Removes deadlines that come from the law, and dates since when a law applies, if their provision has been removed."""
    if isinstance(value, dict) and value.get("by_when_from") == "law" and not value.get("provision"):
        del value["by_when"], value["by_when_from"]
    if isinstance(value, dict) and "law_when" in value and not value.get("provisions"):
        del value["law_when"]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _without_law(inner)


def _without_parts(data: Data) -> None:
    """Removes a situation's cases that have only a name left, and its links to parts of the page that have been removed."""
    if "cases" in data:
        data["cases"] = [case for case in data["cases"] if any(case.get(name) for name in ("lines", "provisions", "contacts", "steps"))]
    parts = {part.get("id") or part.get("route") for part in (*data.get("cases", ()), *data.get("steps", ()))}
    if "which" in data:
        data["which"] = [one for one in data["which"] if "part" not in one or one["part"] in parts]


def _dangling(model: Record, framework: Framework) -> Iterator[FieldPath]:
    """The places of references to records that do not exist."""
    for reference in references(model):
        kinds = [kind for kind in reference.kinds if kind in KINDS]
        if kinds and framework.kind_of(kinds, reference.id) is None:
            yield reference.place


def _last_first(places: Iterable[FieldPath]) -> list[FieldPath]:
    """``places`` in an order in which removing one does not shift the positions of the next ones."""
    return sorted(places, key=lambda place: [(isinstance(step, int), step) for step in place], reverse=True)


def _take_out(data: Data, place: FieldPath) -> bool:
    """Removes the value at ``place``, and a parent that becomes empty. If the value is missing, removes the nearest parent that exists.

    Returns False if nothing would be left of the file.
    """
    while place:
        *above, last = place
        holder: Any = data
        for step in above:
            holder = holder[step] if _has(holder, step) else None
        if _has(holder, last):
            del holder[last]
            return holder != {} or _take_out(data, tuple(above))
        place = tuple(above)
    return False


def _has(holder: Any, step: str | int) -> bool:
    """Whether a list or mapping has this index or key."""
    return step in holder if isinstance(holder, dict) else isinstance(holder, list) and isinstance(step, int) and step < len(holder)


def _write(project: Path, files: dict[str, Data]) -> None:
    for path, data in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    shutil.copytree(ROOT / EASY_WORDS, project / EASY_WORDS, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.yaml"))
    shutil.copytree(ROOT / PARTS, project / PARTS)
    (project / PAGES).mkdir()
    for name, text in HAND_WRITTEN.items():
        (project / PAGES / f"{name}.md").write_text(f"---\ntitle: {name.capitalize()}\ndescription: What is said here.\n---\n\n{text}", "utf-8")
