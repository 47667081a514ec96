"""Which record is linked to which, in both directions, worked out once from the ids that records name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from itertools import combinations
from typing import Any, TypeAlias

from sds.cache import Cache
from sds.model.framework import Framework, parts_of
from sds.model.kinds import KINDS, MODELS
from sds.model.references import Reference, references

Key: TypeAlias = tuple[str, str]  # kind, id
Linked: TypeAlias = tuple[Mapping[Key, Mapping[str, set[str]]], Mapping[str, Mapping[str, int]]]
"""What each record is linked to, and the position of each id by kind and by relation, which says in what order the names of a record's links come, too."""


class Links(Mapping[Key, Mapping[str, tuple[str, ...]]]):
    """For each record, by kind or by the name of a relation, the ids of the records it is linked to, in the order of the files.

    They are found when one is first asked for, since a check asks for none; each record's are then put in order when they are: a preview asks for those of
    one page.
    """

    def __init__(self, find: Callable[[], Linked]) -> None:
        self._find = find
        self._ordered: dict[Key, Mapping[str, tuple[str, ...]]] = {}

    @cached_property
    def _linked(self) -> Linked:
        return self._find()

    @property
    def names(self) -> tuple[str, ...]:
        """The kinds and relations in order."""
        return tuple(self._linked[1])

    def __getitem__(self, key: Key) -> Mapping[str, tuple[str, ...]]:
        if key not in self._ordered:
            found, order = self._linked[0][key], self._linked[1]
            self._ordered[key] = {name: tuple(sorted(found[name], key=at.__getitem__)) for name, at in order.items() if name in found}
        return self._ordered[key]

    def of(self, kind: str, id: str, to: str) -> tuple[str, ...]:
        """The ids of kind or relation ``to`` that a record is linked to."""
        return self.get((kind, id), {}).get(to, ())

    def __iter__(self) -> Iterator[Key]:
        return iter(self._linked[0])

    def __len__(self) -> int:
        return len(self._linked[0])


NONE = Links(lambda: ({}, {}))


def links_of(framework: Framework) -> Links:
    """Every link, on both sides: those that fields make, and those of records about one document."""
    return Links(partial(_find, framework))


def _find(framework: Framework) -> Linked:
    order = {kind: {id: position for position, id in enumerate(records)} for kind, records in framework.listed()}
    found: dict[Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for left, right, relation in _named(framework):
        if relation:
            order[relation] = order[left[0]]
            found[right][relation].add(left[1])
        else:
            found[left][right[0]].add(right[1])
            found[right][left[0]].add(left[1])
    for left, right in _same_document(framework):
        found[left][right[0]].add(right[1])
        found[right][left[0]].add(left[1])
    return dict(found), order


def _named(framework: Framework) -> Iterator[tuple[Key, Key, str]]:
    """Each record with each record that a field of it names, and the relation if that field has one. A name that no record has is no link."""
    for kind, records in framework.listed():
        for id, record in records.items():
            for reference in _REFERENCES.get((kind, id), (record,), partial(_references, record)):
                named = framework.kind_of(reference.kinds, reference.id)
                if named is not None and KINDS[named].url:
                    yield (kind, id), (named, reference.id), reference.relation


_REFERENCES = Cache[tuple[Reference, ...]]()


def _references(record: Any) -> tuple[Reference, ...]:
    """What a record names, what its parts that are no records of their own name with it."""
    return tuple(reference for part in parts_of(record) for reference in references(part, MODELS))


def same_place(address: str) -> str:
    """An address without what does not tell two places apart: http or https, www, and a closing slash."""
    return re.sub(r"^https?://(www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")


def _same_document(framework: Framework) -> Iterator[tuple[Key, Key]]:
    """The records of different kinds that are about one document: they give the same address."""
    at: dict[str, list[Key]] = defaultdict(list)
    for kind, records in (("sources", framework.sources), ("resources", framework.resources), ("alignments", framework.alignments)):
        for record in records:
            if record.address:
                at[same_place(record.address)].append((kind, record.id))
    for keys in at.values():
        yield from ((left, right) for left, right in combinations(keys, 2) if left[0] != right[0])
