"""The YAML files -> one frozen :class:`Framework`, or every problem in them.

A record with a problem is set aside and the rest go on, so that one run reports what is wrong everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from sds.model.files import FILES, File
from sds.model.framework import Framework
from sds.model.kinds import ANY, KINDS
from sds.model.records import ExceptionsFile, KnownException, Spine, StandardFile
from sds.model.records.base import Record
from sds.paths import CHANGES, EASY_WORDS, EXCEPTIONS, SPINE, STANDARDS
from sds.problem import Problem
from sds.reading.changes_file import read_changes
from sds.reading.expected import expected_in, fields_in
from sds.reading.file_names import NO_STANDARD, files_match, misnamed
from sds.reading.known_spellings import KnownSpellings, read_known_spellings
from sds.reading.locations import TAKEN, Locations
from sds.reading.published import Published, read_published
from sds.reading.record import ReadOne, read_record
from sds.reading.yaml_text import MISSING, Parse, parse, read


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What reading gave. ``framework`` is None when the spine cannot be read, and holds what could be read when another file cannot."""

    framework: Framework | None
    where: Locations
    problems: tuple[Problem, ...]
    incomplete: frozenset[str]
    """Paths of files from which a record was set aside: nothing may be counted in them."""
    unread: frozenset[str]
    """The names of the forms of file of which one could not be read: whether an id that stands in such a file exists cannot be said."""
    exceptions: tuple[KnownException, ...] = ()
    """The records that may break a rule."""
    published: Published = field(default_factory=Published)
    """What was published, and so has to stay."""
    known_spellings: KnownSpellings | None = None
    """Words that are right and in no dictionary, where spelling is looked at."""


def load(root: Path, parse: Parse = parse, read_one: ReadOne = read_record) -> Loaded:
    """Read every YAML file under ``root``. Never raises for bad data: what is wrong is in ``problems``. ``parse`` and ``read_one`` may know files from an
    earlier run.
    """
    where, problems, incomplete, unread, files = Locations(), list[Problem](), set[str](), set[str](), dict[str, Record]()
    expected = expected_in(read(root, SPINE, parse)[0])
    published, wrong = read_published(root)
    for file in FILES:
        for path in paths(root, file, expected.files):
            document, found = read(root, path, parse)
            if document is None:
                problems.extend(found)
                unread.add(file.name)
                continue
            record, taken, refused, aside = read_one(document, file, fields_in(expected, file))
            found = [*found, *taken]
            if misplaced := misnamed(root, document, file, published):
                problems.append(misplaced)
                unread.add(file.name)
                continue
            problems.extend((*found, *where.note(document, file)))
            problems.extend(refused if record else (replace(problem, hides=True) for problem in refused))
            where.aside[path] = aside
            if found or refused:
                incomplete.add(path)
            if record is None:
                unread.add(file.name)
            else:
                files[path] = record
    changed, unreadable = read_changes(root)
    if changed:
        files[CHANGES] = changed
    unread |= {file.name for file in FILES if _renamed(root, file)}
    lost = list(_lost_files(root, published))
    unread |= {file.name for file in FILES for problem in lost if problem.path == file.path}
    framework = None
    if isinstance(spine := files.get(SPINE), Spine):
        strays = list(files_match(root, where, published))
        alone = {problem.path for problem in strays if problem.wrong.startswith(NO_STANDARD)}
        problems = [*(problem for problem in problems if not (TAKEN in problem.wrong and _in_any(problem, alone))), *strays]
        other_ids = {problem.path: problem for problem in _ids_match(where, files)}
        problems.extend(other_ids.values())
        files |= {path: files[path].model_copy(update={"id": Path(path).stem}) for path in other_ids}  # where it stands is known by the name of its file
        wanted = {f"{STANDARDS}/{entry.id}.yaml" for entry in spine.standards}
        if any(not (root / path).exists() for path in wanted):
            unread.add("standard")
        own = {path: file for path, file in files.items() if path in wanted or not isinstance(file, StandardFile)}
        framework = Framework(files=own, common_words=frozenset() if any(map(_is_words, lost)) else _common_words(root))
    excepted = files.get(EXCEPTIONS)
    exceptions = excepted.exceptions if isinstance(excepted, ExceptionsFile) else ()
    problems += (*wrong, *unreadable, *lost)
    return Loaded(
        framework=framework,
        where=where,
        problems=tuple(problems),
        incomplete=frozenset(incomplete),
        unread=frozenset(unread),
        exceptions=exceptions,
        published=published,
        known_spellings=read_known_spellings(root),
    )


def _in_any(problem: Problem, paths: Collection[str]) -> bool:
    """Whether a problem stands in one of the files ``paths``, or names one."""
    return problem.path in paths or any(f" {path}," in problem.wrong for path in paths)


def _renamed(root: Path, file: File) -> bool:
    """Whether a file that may be left out is there under nearly its name, so that its records are not gone."""
    folder, stem = (root / file.path).parent, Path(file.path).stem
    if not file.only_with or ANY in file.path or (root / file.path).exists() or not folder.is_dir():
        return False
    return any(one.stem.lower() == stem and one.suffix.lower() in {".yml", ".yaml"} for one in folder.iterdir())


def paths(root: Path, file: File, expected: Collection[str] = ()) -> list[str]:
    """The files under ``root`` that are of one form, whether they can be read or not; one that is ``expected`` and is not there is among them."""
    if file.only_with and not (root / file.only_with).exists() and file.path not in expected:
        return []
    if ANY not in file.path:
        return [file.path]
    found = sorted(path.relative_to(root).as_posix() for path in root.glob(file.path))
    return [path for path in found if path not in {other.path for other in FILES}]


def _lost_files(root: Path, published: Published) -> Iterator[Problem]:
    """A file that was published and is not there. Of those that have to be there anyway, reading tells."""
    needed = {file.path for file in FILES if not file.only_with}
    for path in published.files:
        if not (root / path).exists() and path not in needed:
            yield Problem(path, 1, MISSING, "Restore it from an earlier version.", hides=True)


def _is_words(problem: Problem) -> bool:
    """Whether a list of words is lost: easy words are then judged by none of them, or each would be told as unknown."""
    return problem.path.endswith(".txt")


def _common_words(root: Path) -> frozenset[str]:
    """Every word of the word lists: lines that start with # are notes."""
    return _words_of(tuple(path.read_text("utf-8", errors="replace") for path in sorted((root / EASY_WORDS).glob("*.txt"))))


@lru_cache(maxsize=4)  # lists that were not changed give the very same words, so what rests on them can be kept
def _words_of(lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in lists for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _ids_match(where: Locations, files: Mapping[str, Record]) -> Iterator[Problem]:
    """A file that is one record is named by its id."""
    whole = {kind.model: kind for kind in KINDS.values() if not kind.steps}
    for path, file in files.items():
        kind, name = whole.get(type(file)), Path(path).stem
        stray = isinstance(file, StandardFile) and ("standards", name) not in where.places  # that it belongs nowhere is told already
        if kind is not None and not stray and kind.key_of(file) != name:
            wrong, right = f'The id "{kind.key_of(file)}" is not the name of this file.', f"id: {name}"
            yield where.problem(kind.name, name, ("id",), wrong, f"Write {right}", write=right)
