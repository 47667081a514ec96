"""Records with the data that follows from their place in the files: a statement with its standard and role, a unit with its framework, a whole standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from sds.cache import Cache
from sds.model.field_types import Id
from sds.model.marks import Ref
from sds.model.records import ActionEntry, AskForEntry, ComponentEntry, StandardEntry, StandardFile, UnitEntry
from sds.model.records.base import Record
from sds.model.records.refs import RoleRef, StandardRef


class Action(ActionEntry):
    """An action statement with the standard and role that its place in the files gives it."""

    standard: StandardRef
    role: RoleRef


class Component(ComponentEntry):
    """A core component with the standard it belongs to."""

    standard: StandardRef


class AskFor(AskForEntry):
    """A line to ask with, with the standard it belongs to."""

    standard: StandardRef


class Unit(UnitEntry):
    """A unit of another framework with the framework it belongs to."""

    alignment: Annotated[Id, Ref("alignments")]


@dataclass(frozen=True, kw_only=True)
class Standard:
    """A standard: its entry in the spine, its own file, and the records under it."""

    entry: StandardEntry
    file: StandardFile
    components: tuple[Component, ...]
    actions: tuple[Action, ...]
    ask_for: tuple[AskFor, ...]

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def number(self) -> int | str:
        return self.entry.number

    @property
    def title(self) -> str:
        return self.entry.title

    @property
    def short(self) -> str:
        return self.entry.short

    def actions_of(self, role: str) -> tuple[Action, ...]:
        """The statements of one role that are in force, in the order of the file."""
        return self._in_force.get(role, ())

    @cached_property
    def _in_force(self) -> Mapping[str, tuple[Action, ...]]:
        """The statements that are in force, by role."""
        found: dict[str, list[Action]] = {}
        for action in self.actions:
            if action.status == "current":
                found.setdefault(action.role, []).append(action)
        return {role: tuple(some) for role, some in found.items()}


_STANDARDS = Cache[Standard]()


def standard_of(entry: StandardEntry, file: StandardFile) -> Standard:
    """The standard made of its entry in the spine and its own file. The same object as before when neither has changed."""

    def make() -> Standard:
        return Standard(
            entry=entry,
            file=file,
            components=tuple(Component.model_construct(**vars(one), standard=entry.id) for one in file.components),
            actions=tuple(Action.model_construct(**vars(one), standard=entry.id, role=role) for role, some in file.actions.items() for one in some),
            ask_for=tuple(AskFor.model_construct(**vars(one), standard=entry.id) for one in file.ask_for),
        )

    return _STANDARDS.get(entry.id, (entry, file), make)


def parts_of(record: Any) -> tuple[Record, ...]:
    """The parsed records that make up ``record``: for a standard its entry in the spine and its own file, for any other the record itself."""
    return (record.entry, record.file) if isinstance(record, Standard) else (record,)
