"""What a rule looks at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sds.framework import Framework
from sds.load import Where


@dataclass(frozen=True)
class Checked:
    """The framework, where its records stand, and files not to count in."""

    framework: Framework
    where: Where
    incomplete: frozenset[str]

    @cached_property
    def _ids(self) -> dict[str, dict[str, None]]:
        result: dict[str, dict[str, None]] = defaultdict(dict)
        for kind, id in self.where.places:
            result[kind][id] = None
        return result

    def ids(self, kind: str) -> Collection[str]:
        """The ids of one kind that the files give, in order, records set aside for another problem among them."""
        return self._ids.get(kind, {}).keys()

    def whole(self, kind: str, id: str) -> bool:
        """Whether the file of a record was read without setting anything aside."""
        return self.where.file_of(kind, id) not in self.incomplete


def split_citation(citation: str) -> tuple[str, str]:
    """``"act-2013, section 9"`` -> ``("act-2013", "section 9")``; a finding's id -> ``(id, "")``."""
    source, _, place = citation.partition(", ")
    return source, place
