"""``content/alignments.yaml``: other frameworks and their citable units."""

from __future__ import annotations

from typing import Literal

from sds.model.field_types import Address, Id, Text, Words
from sds.model.records.base import Record, Some
from sds.model.records.refs import StandardRef


class UnitLink(Record):
    """A standard that a unit of another framework meets, who says so, and how they meet."""

    id: StandardRef
    by: Literal["ours", "published", "both"]
    why: Words


class UnitEntry(Record):
    """A citable unit of another framework."""

    id: Text
    number: Text
    text: Words
    read: Literal["text", "part"]
    standards: Some[UnitLink]


class Alignment(Record):
    """Another framework, with its citable units."""

    id: Id
    title: Words
    short: Words
    publisher: Words
    date: Text
    address: Address | None = None
    about: Words
    limits: Words | None = None
    units: Some[UnitEntry]


class AlignmentsFile(Record):
    """The whole of ``content/alignments.yaml``."""

    alignments: Some[Alignment]
