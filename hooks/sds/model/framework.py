"""The whole framework in memory: every record by kind and id, frozen, with the data that follows from its place in the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sds.model.citations import cited, split_citation
from sds.model.contents import Contents
from sds.model.kinds import KINDS, Kind
from sds.model.placed import Action, AskFor, Component, Standard, Unit, parts_of
from sds.model.records import Finding, Source

__all__ = ["Action", "AskFor", "Component", "Framework", "Standard", "Unit", "in_sentence", "parts_of"]

NOUNS_IN_CAPITALS = frozenset({"de", "gsw", "lb", "nds"})
"""The languages in which every noun begins with a capital: German and those next to it (ISO 639)."""


def in_sentence(language: str, text: str) -> str:
    """Words in a ``language`` (BCP 47) for use inside a sentence: their first letter in lower case, unless they begin with an acronym such as PDF."""
    return text if text[1:2].isupper() or language.partition("-")[0] in NOUNS_IN_CAPITALS else text[:1].lower() + text[1:]


@dataclass(frozen=True, kw_only=True)
class Framework(Contents):
    """Everything that pages and exports are made from: the contents of the files, and each record by its kind and id."""

    @cached_property
    def _records(self) -> Mapping[str, Mapping[str, Any]]:
        with_place: Mapping[str, Sequence[Any]] = {
            "standards": self.standards,
            "components": self.components,
            "actions": self.actions,
            "ask_for": [line for standard in self.standards for line in standard.ask_for],
            "units": self.units,
            "situations": self.situations,
        }
        of = {name: with_place[name] if name in with_place else self._as_written(kind) for name, kind in KINDS.items()}
        return {name: {kind.key_of(record): record for record in of[name]} for name, kind in KINDS.items()}

    def _as_written(self, kind: Kind) -> Iterator[Any]:
        """The records of a kind exactly as its file has them."""
        for file in self._each(kind.file.model):
            yield from getattr(file, kind.steps[0]) if kind.steps else (file,)

    def in_sentence(self, text: str) -> str:
        """Words of this framework for use inside a sentence: see :func:`in_sentence`."""
        return in_sentence(self.spine.framework.language, text)

    @cached_property
    def absent(self) -> frozenset[str]:
        """The kinds that have no record."""
        return frozenset(kind for kind, records in self._records.items() if not records)

    def records(self, kind: str) -> Mapping[str, Any]:
        """Every record of a kind by its id, in the order of the files."""
        return self._records[kind]

    def record(self, kind: str, id: str) -> Any:
        """The record with this kind and id. Raises KeyError when there is none, which the checks rule out for ids that records name."""
        return self._records[kind][id]

    def has(self, kind: str, id: str) -> bool:
        """Whether there is a record with this kind and id."""
        return id in self._records[kind]

    def kind_of(self, kinds: Iterable[str], id: str) -> str | None:
        """The first of some kinds that has a record with this id, or None."""
        for kind in kinds:
            if id in self._records.get(kind, ()):
                return kind
        return None

    def evidence(self, citation: str) -> tuple[Source, str, Finding | None]:
        """The source that a citation leads to, the place in it, and the finding if the citation names one, else None."""
        kind, id = cited(citation)
        if kind == "findings":
            finding: Finding = self.record(kind, id)
            return self.record("sources", finding.source), finding.place, finding
        return self.record(kind, id), split_citation(citation)[1], None

    def kinds(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each kind that has an address and is not minor, with its records by id, in the order of the files."""
        yield from ((name, self._records[name]) for name, kind in KINDS.items() if kind.url and not kind.minor)

    def listed(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each kind that ``framework.json`` lists, with its records by id: all kinds that have an address, including minor ones."""
        yield from ((name, self._records[name]) for name, kind in KINDS.items() if kind.url)
