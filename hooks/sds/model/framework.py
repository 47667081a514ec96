"""The whole framework in memory: every record by kind, frozen, with what its place in the files adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sds.cache import Cache
from sds.model.citations import cited, split_citation
from sds.model.records import (
    ActionEntry,
    Alignment,
    Basis,
    ComponentEntry,
    EasyPage,
    EasyWords,
    Finding,
    Named,
    Picture,
    Resource,
    Rights,
    Role,
    Source,
    Spine,
    StandardEntry,
    StandardFile,
    Term,
    UnitEntry,
)


class Action(ActionEntry):
    """An action statement with the standard and role that its place in the files gives it."""

    standard: str
    role: str


class Component(ComponentEntry):
    """A core component with the standard it belongs to."""

    standard: str


class Unit(UnitEntry):
    """A unit of another framework with the framework it belongs to."""

    alignment: str


_UNITS = Cache[tuple[Unit, ...]]()


@dataclass(frozen=True)
class Standard:
    """A standard: its entry in the spine, its own file, and the records under it."""

    entry: StandardEntry
    file: StandardFile
    components: tuple[Component, ...]
    actions: tuple[Action, ...]

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def number(self) -> int:
        return int(self.entry.number)

    @property
    def title(self) -> str:
        return self.entry.title

    @property
    def short(self) -> str:
        return self.entry.short

    def actions_of(self, role: str) -> tuple[Action, ...]:
        """The statements of one role that are in force, in the order of the file."""
        return tuple(action for action in self.actions if action.role == role and action.status == "current")


@dataclass(frozen=True)
class Framework:
    """Everything the pages and exports are made from."""

    spine: Spine
    standards: tuple[Standard, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    resource_words: Mapping[str, tuple[Named, ...]]
    resources: tuple[Resource, ...]
    alignments: tuple[Alignment, ...]
    terms: tuple[Term, ...]
    easy_read: tuple[EasyPage, ...]
    pictures: tuple[Picture, ...]
    palette: Mapping[str, str]
    picture_rights: Rights | None
    easy_words: EasyWords

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every statement, withdrawn ones too, by standard, role and order of the files."""
        return tuple(action for standard in self.standards for action in standard.actions)

    @cached_property
    def current_actions(self) -> tuple[Action, ...]:
        """Every statement in force, in the same order."""
        return tuple(action for action in self.actions if action.status == "current")

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every unit of every other framework, in the order of the file."""
        return _UNITS.get("units", (self.alignments,), self._units)

    def _units(self) -> tuple[Unit, ...]:
        return tuple(Unit.model_construct(**vars(unit), alignment=alignment.id) for alignment in self.alignments for unit in alignment.units)

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """Every core component, by standard and order of the files."""
        return tuple(component for standard in self.standards for component in standard.components)

    def basis(self, id: str) -> Basis:
        """The basis with this id."""
        return next(basis for basis in self.spine.bases if basis.id == id)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role, in the order of the spine."""
        return self.spine.roles

    @cached_property
    def _records(self) -> Mapping[str, Mapping[str, Any]]:
        spine = self.spine
        kinds: dict[str, Sequence[Any]] = {
            "standards": self.standards,
            "components": self.components,
            "actions": self.actions,
            "roles": spine.roles,
            "principles": spine.principles,
            "options": spine.options,
            "drivers": spine.drivers,
            "stages": spine.stages,
            "sources": self.sources,
            "findings": self.findings,
            "resources": self.resources,
            "alignments": self.alignments,
            "units": self.units,
            "terms": self.terms,
        }
        easy_read = {f"{page.kind}/{page.id}": page for page in self.easy_read}
        return {kind: {record.id: record for record in records} for kind, records in kinds.items()} | {"easy_read": easy_read}

    def record(self, kind: str, id: str) -> Any:
        """The record with this kind and id. Raises KeyError when there is none: the checks see to that first."""
        return self._records[kind][id]

    def has(self, kind: str, id: str) -> bool:
        """Whether there is a record with this kind and id."""
        return id in self._records[kind]

    def evidence(self, citation: str) -> tuple[Source, str, Finding | None]:
        """The source that a citation leads to, the place in it, and the finding where it names one."""
        kind, id = cited(citation)
        if kind == "findings":
            finding: Finding = self.record(kind, id)
            return self.record("sources", finding.source), finding.place, finding
        return self.record(kind, id), split_citation(citation)[1], None

    def kinds(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each kind of record that has an address, with its records by id, in the order of the files."""
        yield from self._records.items()

    def listed(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each kind that the data file lists: those with an address of their own, then what stands once in the spine."""
        yield from self.kinds()
        for kind in ("editions", "bases", "foundations", "groups", "component_moves"):
            yield kind, {record.id: record for record in getattr(self.spine, kind)}
