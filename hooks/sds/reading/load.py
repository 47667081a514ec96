"""The YAML files -> one frozen :class:`Framework`, or every problem in them.

A record with a problem is set aside and the rest go on, so that one run reports what is wrong everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from sds.cache import Cache
from sds.model.framework import Action, Component, Framework, Standard
from sds.model.records import (
    AlignmentsFile,
    EasyReadFile,
    EasyWords,
    ExceptionsFile,
    GlossaryFile,
    KnownException,
    PicturesFile,
    ResourcesFile,
    SourcesFile,
    Spine,
    StandardFile,
    WordsToAvoid,
)
from sds.paths import ALIGNMENTS, EASY_READ, EASY_WORDS, EXCEPTIONS, GLOSSARY, PICTURES, RESOURCES, SOURCES, SPINE, STANDARDS, WORDS_TO_AVOID
from sds.problem import Problem
from sds.reading.locations import Locations
from sds.reading.validate import validate
from sds.reading.yaml_text import Document, Parse, parse, read

NO_PICTURES = PicturesFile.model_construct(rights=None, palette={}, pictures=())

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """What reading gave. ``framework`` is None when the spine cannot be read, and holds what could be read when another file cannot."""

    framework: Framework | None
    where: Locations
    problems: tuple[Problem, ...]
    incomplete: frozenset[str]
    """Paths of files from which a record was set aside: nothing may be counted in them."""
    unread: frozenset[str]
    """The fields of the files that could not be read, which are kinds of record: whether an id of theirs exists cannot be said."""
    exceptions: tuple[KnownException, ...] = ()


def load(root: Path, parse: Parse = parse) -> Loaded:
    """Read every YAML file under ``root``. Never raises for bad data: what is wrong is in ``problems``. ``parse`` may know files from an earlier run."""
    where, problems, incomplete, unread = Locations(), list[Problem](), set[str](), set[str]()

    def model_of(path: str, model: type[Model]) -> Model | None:
        document, found = read(root, path, parse)
        problems.extend(found)
        if document is None:
            unread.update(model.model_fields)
            return None
        if found:
            incomplete.add(path)
        _note_places(document, where, problems)
        record, refused, aside = validate(document, model)
        problems.extend(refused if record else (replace(problem, hides=True) for problem in refused))
        where.aside[path] = aside
        if record is None:
            unread.update(model.model_fields)
        if refused:
            incomplete.add(path)
        return record

    spine = model_of(SPINE, Spine)
    paths = sorted(f"{STANDARDS}/{path.name}" for path in (root / STANDARDS).glob("*.yaml"))
    files = {path: model_of(path, StandardFile) for path in paths}
    sources = model_of(SOURCES, SourcesFile)
    resources = model_of(RESOURCES, ResourcesFile)
    alignments = model_of(ALIGNMENTS, AlignmentsFile)
    glossary = model_of(GLOSSARY, GlossaryFile)
    # a framework may have no easy read yet
    pictures = model_of(PICTURES, PicturesFile) if (root / PICTURES).exists() else NO_PICTURES
    easy_paths = sorted(f"{EASY_READ}/{path.name}" for path in (root / EASY_READ).glob("*.yaml"))
    easy_read = [model_of(path, EasyReadFile) for path in easy_paths if path != PICTURES]
    avoid = model_of(WORDS_TO_AVOID, WordsToAvoid) if (root / EASY_WORDS).exists() else None
    easy_words = EasyWords(_common_words(root), avoid or WordsToAvoid())
    exceptions = model_of(EXCEPTIONS, ExceptionsFile) if (root / EXCEPTIONS).exists() else None
    if spine is not None:
        problems.extend(_files_match(root, where, files))
        if any(f"{STANDARDS}/{entry.id}.yaml" not in files for entry in spine.standards):
            unread.update(StandardFile.model_fields)
    framework = _assemble(spine, files, sources, resources, alignments, glossary, pictures, easy_read, easy_words)
    return Loaded(framework, where, tuple(problems), frozenset(incomplete), frozenset(unread), exceptions.exceptions if exceptions else ())


def _common_words(root: Path) -> frozenset[str]:
    """Every word of the word lists: lines that start with # are notes."""
    return _words_of(tuple(path.read_text("utf-8", errors="replace") for path in sorted((root / EASY_WORDS).glob("*.txt"))))


@lru_cache(maxsize=4)  # lists that were not changed give the very same words, so what rests on them can be kept
def _words_of(lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in lists for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _note_places(document: Document, where: Locations, problems: list[Problem]) -> None:
    """Notes every list of records in a file under the kind that its field names."""
    where.documents[document.path] = document
    if document.path.startswith(STANDARDS):
        where.places["standard files", Path(document.path).stem] = (document.path, ())
    for name, value in document.data.items():
        if name == "pages":
            problems.extend(where.add(document, "easy_read", (name,), value, with_kind=True))
        elif isinstance(value, list) and name != "related":  # related standards are named there, not given
            problems.extend(where.add(document, name, (name,), value))
        elif isinstance(value, dict) and name == "actions":
            for role, actions in value.items():
                problems.extend(where.add(document, "actions", (name, role), actions))
        if name == "alignments" and isinstance(value, list):
            for index, alignment in enumerate(value):
                if isinstance(alignment, dict) and "units" in alignment:
                    problems.extend(where.add(document, "units", (name, index, "units"), alignment["units"]))


def _files_match(root: Path, where: Locations, files: dict[str, StandardFile | None]) -> Iterator[Problem]:
    """Each standard of the spine has its own file, named by its id, and there is no file besides."""
    ids = [id for kind, id in where.places if kind == "standards"]
    for id in ids:
        if not (root / STANDARDS / f"{id}.yaml").exists():
            missing = where.problem(
                "standards", id, (), f'The standard "{id}" has no file.', f"Add {STANDARDS}/{id}.yaml, copied from another standard's file."
            )
            yield replace(missing, hides=True)
    for path, file in files.items():
        name = Path(path).stem
        if name not in ids:
            yield Problem(path, 1, f'No standard has the id "{name}".', f"Add it to {SPINE}, or take this file away.")
        elif file is not None and file.id != name:
            yield where.problem("standard files", name, ("id",), f'The id "{file.id}" is not the name of this file.', f"Write id: {name}")


_RECORDS = Cache[tuple[tuple[Component, ...], tuple[Action, ...]]]()


def _records(standard: str, file: StandardFile) -> tuple[tuple[Component, ...], tuple[Action, ...]]:
    """The components and statements of a standard's file, with what their place in it adds."""
    return (
        tuple(Component.model_construct(**vars(component), standard=standard) for component in file.components),
        tuple(Action.model_construct(**vars(action), standard=standard, role=role) for role, actions in file.actions.items() for action in actions),
    )


def _assemble(
    spine: Spine | None,
    files: dict[str, StandardFile | None],
    sources: SourcesFile | None,
    resources: ResourcesFile | None,
    alignments: AlignmentsFile | None,
    glossary: GlossaryFile | None,
    pictures: PicturesFile | None,
    easy_read: list[EasyReadFile | None],
    easy_words: EasyWords,
) -> Framework | None:
    if spine is None:
        return None
    sources = sources or SourcesFile(sources=(), findings=())
    resources = resources or ResourcesFile(kinds=(), formats=(), languages=(), resources=())
    alignments = alignments or AlignmentsFile(alignments=())
    glossary = glossary or GlossaryFile(terms=())
    pictures = pictures or NO_PICTURES
    standards = []
    for entry in spine.standards:
        file = files.get(f"{STANDARDS}/{entry.id}.yaml")
        if file is None:
            continue
        standards.append(
            Standard(
                entry,
                file,
                *_RECORDS.get(entry.id, (file,), partial(_records, entry.id, file)),
            )
        )
    return Framework(
        spine,
        tuple(standards),
        sources.sources,
        sources.findings,
        {"kinds": resources.kinds, "formats": resources.formats, "languages": resources.languages},
        resources.resources,
        alignments.alignments,
        glossary.terms,
        tuple(page for file in easy_read if file is not None for page in file.pages),
        pictures.pictures,
        pictures.palette,
        pictures.rights,
        easy_words,
    )
