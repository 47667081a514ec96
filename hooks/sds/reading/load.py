"""The YAML files -> one frozen :class:`Framework`, and every problem in them.

A record with an error is set aside: it is left out of the framework, and the others are still checked, so that one run reports all problems.
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
from sds.reading.changes_file import dated_before, read_changes
from sds.reading.expected import expected_in, fields_in
from sds.reading.file_names import files_match, misnamed
from sds.reading.known_spellings import KnownSpellings, read_known_spellings
from sds.reading.locations import Locations
from sds.reading.modelines import kind_of_file
from sds.reading.published import Published, read_published
from sds.reading.record import ReadOne, read_record
from sds.reading.titles import by_title
from sds.reading.unread_files import with_added_suffix
from sds.reading.yaml_text import MISSING, RESTORE, Parse, parse, read


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """The result of loading. ``framework`` is None if the spine cannot be read. If another file cannot be read, it has the records of all other files."""

    framework: Framework | None
    where: Locations
    problems: tuple[Problem, ...]
    incomplete: frozenset[str]
    """The paths of files from which a record was set aside. Rules must not count the records of these files."""
    unread: frozenset[str]
    """The names of the kinds of file (``File.name``) of which one could not be read: it is unknown whether an id from such a file exists."""
    exceptions: tuple[KnownException, ...] = ()
    """The exceptions from rules."""
    published: Published = field(default_factory=Published)
    """The ids, addresses and files that were published and must stay."""
    known_spellings: KnownSpellings | None = None
    """Correct words that the dictionary does not have, or None if spelling is not checked."""


def load(root: Path, parse: Parse = parse, read_one: ReadOne = read_record) -> Loaded:
    """Reads every YAML file under ``root``. Invalid data raises nothing: every error is in ``problems``.

    ``parse`` and ``read_one`` may be replaced by functions with a cache.
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
                unread |= {file.name, kind_of_file(misplaced.belongs_at).name if misplaced.belongs_at else file.name}
                continue
            rewritten = {line for one in refused if one.hides and one.replacement for line in range(one.replacement.first, one.replacement.last + 1)}
            problems.extend((*found, *(one for one in where.note(document, file) if one.line not in rewritten)))
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
    elsewhere = {problem.belongs_at for problem in problems if problem.belongs_at}
    problems = [problem for problem in problems if problem.path not in elsewhere]  # a required file that is in a wrong folder
    lost = [problem for problem in _lost_files(root, published) if problem.path not in elsewhere]
    unread |= {file.name for file in FILES for problem in lost if problem.path == file.path}
    framework = None
    if isinstance(spine := files.get(SPINE), Spine):
        strays = list(files_match(root, where, published, elsewhere))
        alone = {problem.path for problem in strays} - {SPINE}
        problems = [*(problem for problem in problems if not (problem.other and alone & {problem.path, problem.other})), *strays]
        problems.extend(dated_before(changed, spine.framework.updated, where))
        other_ids = {problem.path: problem for problem in _ids_match(where, files)}
        problems.extend(other_ids.values())
        files |= {path: files[path].model_copy(update={"id": Path(path).stem}) for path in other_ids}  # its location is stored under the name of the file
        wanted = {f"{STANDARDS}/{entry.id}.yaml" for entry in spine.standards}
        if any(not (root / path).exists() for path in wanted):
            unread.add("standard")
        own = {path: file for path, file in files.items() if path in wanted or not isinstance(file, StandardFile)}
        framework = Framework(files=own, common_words=frozenset() if any(map(_is_words, lost)) else _common_words(root))
    excepted = files.get(EXCEPTIONS)
    exceptions = excepted.exceptions if isinstance(excepted, ExceptionsFile) else ()
    problems = [by_title(problem, where) for problem in (*problems, *wrong, *unreadable, *lost)]
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


def _renamed(root: Path, file: File) -> bool:
    """Whether an optional file exists under a slightly different name (capitals or suffix), so that its records must not count as deleted. Of the files of a
    folder, whether one has another suffix."""
    folder, stem = (root / file.path).parent, Path(file.path).stem
    if ANY in file.path and folder.is_dir():
        suffixes = {Path(with_added_suffix(one.name)).suffix or one.suffix.lower() for one in folder.iterdir() if one.suffix != ".yaml"}
        return not suffixes.isdisjoint({".yml", ".yaml"})
    if not file.only_with or ANY in file.path or (root / file.path).exists() or not folder.is_dir():
        return False
    names = (Path(with_added_suffix(one.name) or one.name) for one in folder.iterdir())
    return any(name.stem.lower() == stem and name.suffix.lower() in {".yml", ".yaml"} for name in names)


def paths(root: Path, file: File, expected: Collection[str] = ()) -> list[str]:
    """The paths of the files of one kind under ``root``, including a required or ``expected`` file that does not exist."""
    if file.only_with and not (root / file.only_with).exists() and file.path not in expected:
        return []
    if ANY not in file.path:
        return [file.path]
    found = sorted(path.relative_to(root).as_posix() for path in root.glob(file.path))
    return [path for path in found if path not in {other.path for other in FILES}]


def _lost_files(root: Path, published: Published) -> Iterator[Problem]:
    """A problem for each published file that no longer exists. Required files are left out, as reading reports them."""
    needed = {file.path for file in FILES if not file.only_with}
    for path in published.files:
        if not (root / path).exists() and path not in needed:
            yield Problem(path, 1, MISSING, RESTORE, hides=True)


def _is_words(problem: Problem) -> bool:
    """Whether the problem is a lost word list. Then easy read is checked without word lists, because too many words would be reported as unknown."""
    return problem.path.endswith(".txt")


def _common_words(root: Path) -> frozenset[str]:
    """Every word of the easy-read word lists. Lines that start with # are comments."""
    return _words_of(tuple(path.read_text("utf-8", errors="replace") for path in sorted((root / EASY_WORDS).glob("*.txt"))))


@lru_cache(maxsize=4)  # unchanged lists give the identical object, so that it can be a cache key
def _words_of(lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in lists for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _ids_match(where: Locations, files: Mapping[str, Record]) -> Iterator[Problem]:
    """A problem for each file that is a single record whose id is not the name of the file."""
    whole = {kind.model: kind for kind in KINDS.values() if not kind.steps}
    for path, file in files.items():
        kind, name = whole.get(type(file)), Path(path).stem
        stray = isinstance(file, StandardFile) and ("standards", name) not in where.places  # a file without a standard is reported already
        if kind is not None and not stray and kind.key_of(file) != name:
            wrong, right = f'The id "{kind.key_of(file)}" is not the name of this file.', f"id: {name}"
            yield where.problem(kind.name, name, ("id",), wrong, f"Write {right}", write=right)
