"""The kinds of record: the name of each, its place in the files and its address on the site. Everything that lists kinds follows ``KINDS``.

To add a kind, write the models of its record and file in ``records/``, a line in ``FILES`` and a line in ``KINDS``. Then it is read, its ids, links
and addresses work, and it has a list in ``framework.json`` and a schema. Its pages are planned in ``sds.pages``, its table is an entry of ``TABLES``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args, get_origin

from sds.model.field_types import FINDING_ID, PLAIN_ID
from sds.model.files import FILES, File
from sds.model.records import (
    AccessibilityStatement,
    ActionEntry,
    Alignment,
    Area,
    AskForEntry,
    Basis,
    Bearer,
    ComplaintStep,
    ComponentEntry,
    ComponentMove,
    Contact,
    Decision,
    Driver,
    EasyPage,
    Edition,
    Finding,
    Foundation,
    Group,
    Language,
    Named,
    NotTheLaw,
    Option,
    Picture,
    Principle,
    Provision,
    Purpose,
    Resource,
    Role,
    Situation,
    SituationGroup,
    Source,
    Stage,
    StandardEntry,
    StandardFile,
    Strength,
    Subject,
    Template,
    Term,
    UnitEntry,
    Version,
)
from sds.model.records.base import Record
from sds.problem import FieldPath

ANY = "*"
"""A step of a field path that stands for every item of a list, or every value of a mapping."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of record. ``name`` is its name in the data, ``one`` the word for one record in messages, and ``model`` the record as its file has it.

    ``url`` is the template of a record's address, filled in from its ``id`` and, if needed, other fields of the ``record``. A kind without ``url`` is a
    list of values for fields of other records. Records of ``minor`` kinds have no page of their own and are not found by the search. ``listed_as`` is the
    name of the list in the file, if that is not ``name``. ``key`` are the fields that together make the id. ``plain`` is the pattern of ids when a
    framework expects plain ids; None if any id will do.
    """

    name: str
    one: str
    model: type[Record]
    url: str = ""
    minor: bool = False
    listed_as: str = ""
    key: tuple[str, ...] = ("id",)
    plain: re.Pattern[str] | None = PLAIN_ID

    @cached_property
    def _stands(self) -> tuple[File, tuple[str, ...]]:
        return next((file, steps) for file in FILES for steps in _steps(file.model, self.listed_as or self.name, self.model))

    @property
    def file(self) -> File:
        """The file, or the kind of file, that has the records."""
        return self._stands[0]

    @property
    def steps(self) -> tuple[str, ...]:
        """The path of fields that leads to the records in their file; empty when each record is a file of its own."""
        return self._stands[1]

    @property
    def own_page(self) -> bool:
        """Whether each record has a page of its own, rather than an anchor on another page."""
        return bool(self.url) and "#" not in self.url

    def key_of(self, record: Any) -> str:
        """The id by which other records name ``record``, such as ``water-g1`` or ``standards/water``."""
        return "/".join(str(getattr(record, name)) for name in self.key)

    def written(self, record: Mapping[str, Any]) -> str | None:
        """The same id, from the unvalidated data of a record; None when it has no id."""
        return "/".join(str(record.get(name)) for name in self.key) if isinstance(record.get("id"), str) else None

    def lists(self, data: Any) -> Iterator[tuple[FieldPath, Any]]:
        """Each field path in the unvalidated data of a file where a list of these records belongs, and the value there, which may be anything."""
        return _follow(data, self.steps, ())


def _steps(model: type[Record], name: str, wanted: type[Record]) -> Iterator[tuple[str, ...]]:
    """The field paths from a file's ``model`` to each field called ``name`` that lists ``wanted`` records."""
    if model is wanted:
        yield ()
    for own, field in model.model_fields.items():
        if get_origin(field.annotation) is dict and own == name and get_args(get_args(field.annotation)[1])[:1] == (wanted,):
            yield own, ANY
        if get_origin(field.annotation) is tuple:
            item = get_args(field.annotation)[0]
            if own == name and item is wanted:
                yield (own,)
            elif isinstance(item, type) and issubclass(item, Record):
                yield from ((own, ANY, *rest) for rest in _steps(item, name, wanted) if rest)


def _follow(value: Any, steps: tuple[str, ...], place: FieldPath) -> Iterator[tuple[FieldPath, Any]]:
    if not steps:
        yield place, value
    elif steps[0] == ANY:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
            yield from _follow(inner, steps[1:], (*place, step))
    elif isinstance(value, dict) and steps[0] in value:
        yield from _follow(value[steps[0]], steps[1:], (*place, steps[0]))


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(name="standards", one="standard", model=StandardEntry, url="/standards/{id}/"),
        Kind(name="components", one="component", model=ComponentEntry, url="/standards/{record.standard}/#{id}"),
        Kind(name="actions", one="statement", model=ActionEntry, url="/actions/{id}/"),
        Kind(name="ask_for", one="sentence to say", model=AskForEntry, url="/standards/{record.standard}/#{id}", minor=True),
        Kind(name="provisions", one="provision", model=Provision, url="/law/{id}/"),
        Kind(name="situations", one="situation", model=Situation, url="/situations/{id}/"),
        Kind(name="contacts", one="contact", model=Contact, url="/contacts/#{id}"),
        Kind(name="templates", one="template", model=Template, url="/templates/{id}/"),
        Kind(name="roles", one="role", model=Role, url="/roles/{id}/"),
        Kind(name="principles", one="principle", model=Principle, url="/principles/{id}/"),
        Kind(name="options", one="option", model=Option, url="/options/{id}/"),
        Kind(name="drivers", one="driver", model=Driver, url="/drivers/{id}/"),
        Kind(name="stages", one="stage", model=Stage, url="/stages/{id}/"),
        Kind(name="sources", one="source", model=Source, url="/sources/{id}/"),
        Kind(name="findings", one="finding", model=Finding, url="/sources/{record.source}/#{id}", plain=FINDING_ID),
        Kind(name="resources", one="resource", model=Resource, url="/resources/{id}/"),
        Kind(name="alignments", one="alignment", model=Alignment, url="/alignments/{id}/"),
        Kind(name="units", one="unit", model=UnitEntry, url="/alignments/{record.alignment}/#{id}", plain=None),
        Kind(name="terms", one="term", model=Term, url="/glossary/#{id}"),
        Kind(name="easy_read", one="easy-read page", model=EasyPage, url="/easy-read/{id}/", listed_as="pages", key=("kind", "id"), plain=None),
        Kind(name="editions", one="edition", model=Edition, url="/editions/#edition-{id}", minor=True, plain=None),
        Kind(name="bases", one="basis", model=Basis, url="/actions/#bases", minor=True),
        Kind(name="foundations", one="foundation", model=Foundation, url="/principles/#{id}", minor=True),
        Kind(name="groups", one="group", model=Group, url="/standards/#{id}", minor=True),
        Kind(name="component_moves", one="component move", model=ComponentMove, url="/editions/#components", minor=True, plain=None),
        Kind(name="purposes", one="purpose", model=Purpose, url="/contacts/#for-{id}", minor=True),
        Kind(name="areas", one="area", model=Area, url="/contacts/#area-{id}", minor=True),
        Kind(name="complaints_route", one="step in making a complaint", model=ComplaintStep, url="/situations/#route-{id}", minor=True),
        Kind(name="situation_groups", one="group of situations", model=SituationGroup, url="/situations/#{id}", minor=True),
        Kind(name="decisions", one="decision", model=Decision, url="/situations/#decision-{id}", minor=True),
        Kind(name="accessibility", one="accessibility statement", model=AccessibilityStatement),
        Kind(name="strengths", one="strength", model=Strength),
        Kind(name="bearers", one="bearer", model=Bearer),
        Kind(name="versions", one="version", model=Version),
        Kind(name="subjects", one="subject", model=Subject),
        Kind(name="not_the_law", one="entry under not_the_law", model=NotTheLaw),
        Kind(name="kinds", one="kind", model=Named),
        Kind(name="formats", one="format", model=Named),
        Kind(name="languages", one="language", model=Language),
        Kind(name="pictures", one="picture", model=Picture),
        Kind(name="standard files", one="standard's file", model=StandardFile, plain=None),
    )
}
"""All kinds by name, in the order of their lists in ``framework.json``."""


def called(kinds: Sequence[str], form: str = "") -> str:
    """The words in a message for an id of one of ``kinds``: ``the id of a standard or stage``, or ``form`` with ``{kinds}`` filled in."""
    *first, last = (KINDS[kind].one for kind in kinds)
    one = f"{', '.join(first)} or {last}" if first else last
    return form.format(kinds=" or ".join(kinds)) or f"the id of {'an' if one[0] in 'aeio' else 'a'} {one}"


MODELS = frozenset(kind.model for kind in KINDS.values())
