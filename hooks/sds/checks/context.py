"""The argument of a rule of content: the context."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from sds.cache import Cache
from sds.clean_checks_cache import NO_CACHE, CleanChecksCache
from sds.easy_read.judged_cache import JudgedCache
from sds.model.framework import Framework
from sds.model.kinds import KINDS
from sds.model.records import KnownException
from sds.model.records.base import Record
from sds.model.references import Reference, references
from sds.paths import PAGES
from sds.problem import Problem
from sds.reading.known_spellings import KnownSpellings
from sds.reading.locations import Locations
from sds.reading.published import Published
from sds.reading.visible_words import Visible
from sds.reading.yaml_text import Document


@dataclass(frozen=True)
class Ids(Collection[str]):
    """The ids of some kinds, in order. If a file with such records could not be read (``open``), every id counts as known."""

    known: Mapping[str, str]
    """Each id with the path of its file."""
    open: bool

    def __contains__(self, id: object) -> bool:
        return self.open or id in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)

    @property
    def files(self) -> str:
        """The path of the file with the ids, or of its folder if they are in several files."""
        paths = sorted(set(self.known.values()))
        return paths[0] if len(paths) == 1 else f"{Path(paths[0]).parent.as_posix()}/" if paths else ""


@dataclass(frozen=True)
class OfPages:
    """The paths of the hand-written pages that could be read, and all problems found in pages and in files beside them."""

    read: frozenset[str] = frozenset()
    found: tuple[Problem, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """The paths of all existing pages, including those that could not be read, which are known from their problems."""
        return self.read | {problem.path for problem in self.found}


_REFERENCES = Cache[tuple[Reference, ...]]()


def _named_in(file: Record) -> tuple[Reference, ...]:
    return tuple(references(file))


@dataclass(frozen=True, kw_only=True)
class Context:
    """Everything that a rule may use: the framework, the locations of its records, the files in which records must not be counted (``incomplete``),
    the kinds of file of which one could not be read (``unread``), and today's date."""

    framework: Framework
    where: Locations
    incomplete: frozenset[str]
    unread: frozenset[str]
    today: datetime.date
    exceptions: tuple[KnownException, ...] = ()
    rules: frozenset[str] = frozenset()
    """The ids of the rules that allow exceptions."""
    fixed_rules: frozenset[str] = frozenset()
    """The ids of the rules that allow no exceptions."""
    judged: JudgedCache | None = None
    """A cache of what was found in easy-read texts."""
    clean_checks: CleanChecksCache = NO_CACHE
    """A cache of the checks that found nothing."""
    published: Published = field(default_factory=Published)
    """The ids, addresses and files that were published and must stay."""
    found: tuple[Problem, ...] = ()
    """The problems that the other rules found, for the rule about exceptions."""
    of_pages: OfPages = field(default_factory=OfPages)
    """The hand-written pages and the problems in them."""
    known_spellings: KnownSpellings | None = None
    """Correct words that the dictionary does not have, or None if spelling is not checked."""
    visible: tuple[Visible, ...] = ()
    """The text that readers see in templates, scripts and hand-written pages."""
    chosen_rules: tuple[str, ...] = ()
    """The ids of the optional rules that this framework has chosen."""

    def in_documents(self, rule: str, look: Callable[[Document], Iterable[Problem]], *rests_on: str) -> Iterator[Problem]:
        """What ``look`` finds in each file. A file in which an earlier run found nothing is skipped while its text is the same.

        ``rests_on`` must be everything else that the result of ``look`` depends on."""
        for path, document in self.where.documents.items():
            yield from self.clean_checks.among((rule, path, document.text, *rests_on), partial(look, document))

    def in_pages(self, rule: str, look: Callable[[Visible], Iterable[Problem]], *rests_on: str) -> Iterator[Problem]:
        """The same for the text of each hand-written page."""
        for file in self.hand_written:
            yield from self.clean_checks.among((rule, file.path, file.text, *rests_on), partial(look, file))

    @cached_property
    def hand_written(self) -> tuple[Visible, ...]:
        """The text of the hand-written pages, without that of templates and scripts."""
        return tuple(file for file in self.visible if file.path.startswith(PAGES))

    @cached_property
    def _ids(self) -> dict[str, dict[str, str]]:
        return self.where.ids()

    def ids(self, *kinds: str) -> Ids:
        """The ids of some kinds in the files, in order, including records that were set aside because of an error."""
        if kinds not in self._known:
            known = {id: path for kind in kinds for id, path in self._ids.get(kind, {}).items()}
            self._known[kinds] = Ids(known, any(map(self._open, kinds)))
        return self._known[kinds]

    def _open(self, kind: str) -> bool:
        """Whether any id must count as known for a kind: a file of it was not read, or all its expected records are missing, which is reported once."""
        return KINDS[kind].file.name in self.unread or (kind not in self._ids and kind in self.framework.spine.expected.records)

    @cached_property
    def _known(self) -> dict[tuple[str, ...], Ids]:
        return {}

    @cached_property
    def references(self) -> Mapping[str, Sequence[Reference]]:
        """The references in each file, by its path."""
        return {path: _REFERENCES.get(path, (file,), partial(_named_in, file)) for path, file in self.framework.files.items()}

    def whole(self, kind: str, id: str) -> bool:
        """Whether the file of a record was read completely, with nothing set aside."""
        return self.where.file_of(kind, id) not in self.incomplete
