"""``content/resources.yaml``: tools and resources made by others."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sds.model.field_types import Address, Date, Id, Sentences, Text, Words, Year, YesNo
from sds.model.marks import Ref
from sds.model.records.base import LEFT_OUT, Record, Some
from sds.model.records.refs import ONE_OF


class Named(Record):
    """A word of a list that records choose from, and the name that pages give it."""

    id: Id
    title: Words = Field(description="What readers call it.")


class Language(Named):
    """A language, and what those who speak it call it."""

    own: Text | None = Field(default=None, description="Its name in the language itself, as people who speak it type that name.")


class Checked(Record):
    """When the address of a resource was last seen, and how."""

    when: Date
    how: Words


class Resource(Record):
    """A tool or resource made by someone else: what it is, whom it helps, and with what."""

    id: Id
    title: Words = Field(description="Its title, as its publisher writes it.")
    publisher: Words = Field(default=LEFT_OUT, description="Who published it.")
    year: Year | None = Field(default=None, description="The year it was published, in four digits.")
    address: Address = LEFT_OUT
    kind: Annotated[Id, Ref("kinds", called="a kind of resource")] = LEFT_OUT
    formats: Some[Annotated[Id, Ref("formats", called=ONE_OF)]] = Field(default=(), min_length=1)
    easy_read: YesNo = Field(default=False, description='"yes" if it is in easy read, or offers it.')
    languages: Some[Annotated[Id, Ref("languages", called=ONE_OF)]] = Field(default=(), min_length=1)
    roles: Some[Annotated[Id, Ref("roles", called=ONE_OF)]] = Field(default=(), min_length=1)
    standards: Some[Annotated[Id, Ref("standards", called=ONE_OF)]] = Field(
        default=(), min_length=1, description="The standards it helps with; where it is given, it is not empty."
    )
    stages: Some[Annotated[Id, Ref("stages", called=ONE_OF)]] = Field(default=(), min_length=1)
    actions: Some[Annotated[Id, Ref("actions", called=ONE_OF)]] = Field(default=(), description="The statements it helps with.")
    about: Sentences = Field(default=LEFT_OUT, description="One sentence of ours: what it is and when to use it.")
    asked_as: Some[Words] = Field(default=(), description="Other words that people use to ask about it. Only the search uses these.")
    checked: Checked | None = Field(default=None, description="When somebody last opened the address, and how.")
    note: Sentences | None = Field(default=None, description="What to know before using it.")


class ResourcesFile(Record):
    """The whole of ``content/resources.yaml``."""

    kinds: Some[Named] = ()
    formats: Some[Named] = ()
    languages: Some[Language] = ()
    resources: Some[Resource] = ()
