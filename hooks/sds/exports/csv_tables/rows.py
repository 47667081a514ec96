"""What the tables are made of, and how a row finds the records that name its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeAlias, TypeVar

Rows: TypeAlias = list[dict[str, object]]


class HasId(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=HasId)


def naming(records: Iterable[Record], named: Callable[[Record], Iterable[str]]) -> Mapping[str, list[str]]:
    """For each id that is ``named`` by some of the records, the ids of those, in their order and each once."""
    result: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for id in dict.fromkeys(named(record)):
            result[id].append(record.id)
    return result
