"""``content/changes.json``: what changed for readers, the latest day first. ``run.py changes --record`` writes it, so that a build need not ask git."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from sds.model.field_types import Date, Text, Words
from sds.model.in_print import curly
from sds.model.records.base import LEFT_OUT, Record, Some

What = Literal["new", "gone", "changed", "withdrawn"]

Quoted = Annotated[str, AfterValidator(curly)]
"""Text from a content file, with curly quotes, as pages show it."""


class ChangedField(Record):
    """One field that says something else, with what it said before and says now; empty where it was not there."""

    name: Text
    before: Quoted = ""
    after: Quoted = ""


class ChangedRecord(Record):
    """What became of one record. ``around`` are the records in which it stands, from the outermost, as kind and id: its standard and its role."""

    what: What
    kind: Text
    id: Text
    around: Some[Text] = ()
    words: Quoted = ""
    """The first words of a record that is new, gone or withdrawn."""
    fields: Some[ChangedField] = ()


class ChangedDay(Record):
    """All that changed with what was published on one day."""

    day: Date
    version: Text
    revision: Text = Field(default=LEFT_OUT, description="The revision of git up to which it tells: the next day begins there.")
    about: Words = Field(default=LEFT_OUT, description="What an editor says of it, before the list.")
    records: Some[ChangedRecord] = ()


class ChangesFile(Record):
    """The whole of ``content/changes.json``."""

    days: Some[ChangedDay]
