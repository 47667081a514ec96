"""Which record is linked to which, in both directions, worked out once from the ids that records name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations
from typing import Any, TypeAlias

from sds.cache import Cache
from sds.model.framework import Framework, parts_of
from sds.model.kinds import KINDS, MODELS
from sds.model.references import Reference, references

Key: TypeAlias = tuple[str, str]  # kind, id


class Links(Mapping[Key, Mapping[str, tuple[str, ...]]]):
    """For each record, by kind or by the name of a relation, the ids of the records it is linked to, in the order of the files.

    Each record's are put in order when they are first asked for: a preview asks for those of one page. ``names`` are the kinds and relations in order.
    """

    def __init__(self, found: Mapping[Key, Mapping[str, set[str]]], order: Mapping[str, Mapping[str, int]]) -> None:
        """``order`` holds the position of each id by kind and by relation, which says in what order the names of a record's links come, too."""
        self.names = tuple(order)
        self._found, self._order = found, order
        self._ordered: dict[Key, Mapping[str, tuple[str, ...]]] = {}

    def __getitem__(self, key: Key) -> Mapping[str, tuple[str, ...]]:
        if key not in self._ordered:
            found = self._found[key]
            self._ordered[key] = {name: tuple(sorted(found[name], key=order.__getitem__)) for name, order in self._order.items() if name in found}
        return self._ordered[key]

    def of(self, kind: str, id: str, to: str) -> tuple[str, ...]:
        """The ids of kind or relation ``to`` that a record is linked to."""
        return self.get((kind, id), {}).get(to, ())

    def __iter__(self) -> Iterator[Key]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def links_of(framework: Framework) -> Links:
    """Every link, on both sides: those that fields make, and those of records about one document."""
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
    return Links(dict(found), order)


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
