"""``content/alignments.yaml``: other frameworks and their citable units."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from sds.model.field_types import Address, Id, Sentences, Text, When, Words
from sds.model.records.base import LEFT_OUT, Record, Some, short_is_title
from sds.model.records.refs import StandardRef


class UnitLink(Record):
    """A standard that a unit of another framework meets, who says so, and how they meet."""

    id: StandardRef
    by: Literal["ours", "published", "both"]
    why: Words


class UnitEntry(Record):
    """A citable unit of another framework."""

    id: Text = Field(description="An id that is part of its address.")
    number: Text = Field(description="Its number or name in its own framework.")
    text: Sentences = Field(description="What it says, in our words.")
    read: Literal["text", "part"] = LEFT_OUT
    standards: Some[UnitLink] = Field(default=(), description="The standards that it relates to, who made the match, and why.")


class Alignment(Record):
    """Another framework, with its citable units."""

    id: Id
    title: Words = Field(description="Its full title.")
    short: Words = Field(default=LEFT_OUT, description="A short title, for menus and lists.")
    publisher: Words = Field(default=LEFT_OUT, description="Who published it.")
    date: When = Field(default=LEFT_OUT, description="When it was published, as printed on it.")
    address: Address | None = None
    about: Sentences = Field(default=LEFT_OUT, description="What it is, in one or two sentences.")
    limits: Sentences | None = Field(default=None, description="What it cannot tell us, and how much of it we read.")
    units: Some[UnitEntry] = Field(default=(), description="Its sections, articles or other parts.")

    _short = model_validator(mode="before")(short_is_title)


class AlignmentsFile(Record):
    """The whole of ``content/alignments.yaml``."""

    note: Sentences = Field(default=LEFT_OUT, description="How the links to other frameworks were made. The page of all frameworks shows this above its table.")
    alignments: Some[Alignment] = ()
