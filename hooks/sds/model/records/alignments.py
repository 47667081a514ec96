"""``content/alignments.yaml``: other frameworks and their citable units."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from sds.model.field_types import Address, Id, Sentences, Text, Words
from sds.model.records.base import LEFT_OUT, Record, Some, short_is_title
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
    text: Sentences
    read: Literal["text", "part"] = LEFT_OUT
    standards: Some[UnitLink] = ()


class Alignment(Record):
    """Another framework, with its citable units."""

    id: Id
    title: Words
    short: Words = Field(default=LEFT_OUT, description="A short title; the title itself where there is none.")
    publisher: Words = LEFT_OUT
    date: Text = LEFT_OUT
    address: Address | None = None
    about: Sentences = LEFT_OUT
    limits: Sentences | None = None
    units: Some[UnitEntry] = ()

    _short = model_validator(mode="before")(short_is_title)


class AlignmentsFile(Record):
    """The whole of ``content/alignments.yaml``."""

    note: Words = Field(default=LEFT_OUT, description="How the links to other frameworks came about, over the table of all.")
    alignments: Some[Alignment] = ()
