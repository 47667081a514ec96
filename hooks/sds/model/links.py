"""The links between records, in both directions, derived from the ids that records name."""

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
Linked: TypeAlias = tuple[Mapping[Key, Mapping[str, list[str]]], Mapping[str, Mapping[str, int]]]
"""The links of each record (some twice: sets would take several times the memory), and the position of each id by kind or relation. The order of its keys is
the order of a record's kinds of link."""


class Links(Mapping[Key, Mapping[str, tuple[str, ...]]]):
    """For each record (its kind and id): the ids of linked records, by their kind or by the name of a relation, in the order of the files.

    Everything is lazy. ``find`` runs at the first access, because a check needs no links. The links of a record are sorted when they are first used,
    because a preview needs only those of one page.
    """

    def __init__(self, find: Callable[[], Linked]) -> None:
        self._find = find
        self._ordered: dict[Key, Mapping[str, tuple[str, ...]]] = {}

    @cached_property
    def _linked(self) -> Linked:
        return self._find()

    @property
    def names(self) -> tuple[str, ...]:
        """All kinds and relations, in their order."""
        return tuple(self._linked[1])

    def __getitem__(self, key: Key) -> Mapping[str, tuple[str, ...]]:
        if key not in self._ordered:
            found, order = self._linked[0][key], self._linked[1]
            self._ordered[key] = {name: tuple(sorted(set(found[name]), key=at.__getitem__)) for name, at in order.items() if name in found}
        return self._ordered[key]

    def of(self, kind: str, id: str, to: str) -> tuple[str, ...]:
        """The ids of kind or relation ``to`` that a record is linked to; empty when there are none."""
        return self.get((kind, id), {}).get(to, ())

    def __iter__(self) -> Iterator[Key]:
        return iter(self._linked[0])

    def __len__(self) -> int:
        return len(self._linked[0])


NONE = Links(lambda: ({}, {}))


def links_of(framework: Framework) -> Links:
    """Every link, in both directions: from fields that name records, and between records about the same document."""
    return Links(partial(_find, framework))


def _find(framework: Framework) -> Linked:
    order = {kind: {id: position for position, id in enumerate(records)} for kind, records in framework.listed()}
    found: dict[Key, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for left, right, relation in _named(framework):
        if relation:
            order[relation] = order[left[0]]
            found[right][relation].append(left[1])
        else:
            found[left][right[0]].append(right[1])
            found[right][left[0]].append(left[1])
    for left, right in _same_document(framework):
        found[left][right[0]].append(right[1])
        found[right][left[0]].append(left[1])
    return dict(found), order


def _named(framework: Framework) -> Iterator[tuple[Key, Key, str]]:
    """Pairs of a record and a record that one of its fields names, with the relation of the field or an empty string. Unknown ids are left out."""
    for kind, records in framework.listed():
        for id, record in records.items():
            for reference in _REFERENCES.get((kind, id), (record,), partial(_references, record)):
                named = framework.kind_of(reference.kinds, reference.id)
                if named is not None and KINDS[named].url:
                    yield (kind, id), (named, reference.id), reference.relation


_REFERENCES = Cache[tuple[Reference, ...]]()


def _references(record: Any) -> tuple[Reference, ...]:
    """The references in a record and in its parts, except parts that are records of their own."""
    return tuple(reference for part in parts_of(record) for reference in references(part, MODELS))


def same_place(address: str) -> str:
    """A web address in a form for comparison: without ``http://`` or ``https://``, ``www.`` and a closing slash."""
    return re.sub(r"^https?://(www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")


def _same_document(framework: Framework) -> Iterator[tuple[Key, Key]]:
    """Pairs of records of different kinds that are about the same document: they have the same web address."""
    at: dict[str, list[Key]] = defaultdict(list)
    for kind, records in (("sources", framework.sources), ("resources", framework.resources), ("alignments", framework.alignments)):
        for record in records:
            if record.address:
                at[same_place(record.address)].append((kind, record.id))
    for keys in at.values():
        yield from ((left, right) for left, right in combinations(keys, 2) if left[0] != right[0])
