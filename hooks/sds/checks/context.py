"""What a rule looks at."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from sds.cache import Cache
from sds.easy_read.judged_cache import JudgedCache
from sds.model.framework import Framework
from sds.model.kinds import KINDS
from sds.model.records import KnownException
from sds.model.records.base import Record
from sds.model.references import Reference, references
from sds.nothing_found import LOOK_ANEW, NothingFound
from sds.problem import Problem
from sds.reading.known_spellings import KnownSpellings
from sds.reading.locations import Locations
from sds.reading.published import Published
from sds.reading.visible_words import Visible
from sds.reading.yaml_text import Document


@dataclass(frozen=True)
class Ids(Collection[str]):
    """The ids of some kinds, in order. Where some may stand in a file that could not be read (``open``), any id counts as one of them."""

    known: Mapping[str, str]
    """Each with the file in which it stands."""
    open: bool

    def __contains__(self, id: object) -> bool:
        return self.open or id in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)

    @property
    def files(self) -> str:
        """The file in which they stand, or the folder where they stand in several."""
        paths = sorted(set(self.known.values()))
        return paths[0] if len(paths) == 1 else f"{Path(paths[0]).parent.as_posix()}/" if paths else ""


@dataclass(frozen=True)
class OfPages:
    """The hand-written pages that could be read, by the paths of their files, and all that was found in pages and beside them."""

    read: frozenset[str] = frozenset()
    found: tuple[Problem, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """The pages that are there: one that could not be read was told of."""
        return self.read | {problem.path for problem in self.found}


_REFERENCES = Cache[tuple[Reference, ...]]()


def _named_in(file: Record) -> tuple[Reference, ...]:
    return tuple(references(file))


@dataclass(frozen=True, kw_only=True)
class Context:
    """The framework, where its records stand, files not to count in, the forms of file of which one could not be read, and the day."""

    framework: Framework
    where: Locations
    incomplete: frozenset[str]
    unread: frozenset[str]
    today: datetime.date
    exceptions: tuple[KnownException, ...] = ()
    rules: frozenset[str] = frozenset()
    """The ids of the rules from which exceptions can be made."""
    fixed_rules: frozenset[str] = frozenset()
    """Those of the others."""
    judged: JudgedCache | None = None
    """What an earlier run found in easy words."""
    nothing_found: NothingFound = LOOK_ANEW
    """Where an earlier run found nothing."""
    published: Published = field(default_factory=Published)
    """What was published, and so has to stay."""
    found: tuple[Problem, ...] = ()
    """What the other rules found, for the one about exceptions."""
    of_pages: OfPages = field(default_factory=OfPages)
    """What is known of hand-written pages."""
    known_spellings: KnownSpellings | None = None
    """Words that are right and in no dictionary, where spelling is looked at."""
    visible: tuple[Visible, ...] = ()
    """What readers see of templates, scripts and hand-written pages."""
    chosen_rules: tuple[str, ...] = ()
    """The ids of those rules that not every framework keeps."""

    def in_documents(self, rule: str, look: Callable[[Document], Iterable[Problem]], *rests_on: str) -> Iterator[Problem]:
        """What ``look`` finds in each file, one by one. A file in which an earlier run found nothing is not looked at again while its text is the same, and
        what the look ``rests_on`` beside it."""
        for path, document in self.where.documents.items():
            yield from self.nothing_found.among((rule, path, document.text, *rests_on), partial(look, document))

    @cached_property
    def _ids(self) -> dict[str, dict[str, str]]:
        return self.where.ids()

    def ids(self, *kinds: str) -> Ids:
        """The ids of some kinds that the files give, in order, records set aside for another problem among them."""
        if kinds not in self._known:
            known = {id: path for kind in kinds for id, path in self._ids.get(kind, {}).items()}
            self._known[kinds] = Ids(known, any(map(self._open, kinds)))
        return self._known[kinds]

    def _open(self, kind: str) -> bool:
        """Whether any id may be one of a kind: a file was not read, or all that are expected are gone, which is told once."""
        return KINDS[kind].file.name in self.unread or (kind not in self._ids and kind in self.framework.spine.expected.records)

    @cached_property
    def _known(self) -> dict[tuple[str, ...], Ids]:
        return {}

    @cached_property
    def references(self) -> Mapping[str, Sequence[Reference]]:
        """What each file names, by its path."""
        return {path: _REFERENCES.get(path, (file,), partial(_named_in, file)) for path, file in self.framework.files.items()}

    def whole(self, kind: str, id: str) -> bool:
        """Whether the file of a record was read without setting anything aside."""
        return self.where.file_of(kind, id) not in self.incomplete
