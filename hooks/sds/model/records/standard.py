"""``content/standards/<id>.yaml``: one standard."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sds.model.field_types import Address, Citation, Id, Sentences, Text, Words
from sds.model.marks import NotRead, Ref, Relation
from sds.model.records.base import LEFT_OUT, InBraces, Record, Some
from sds.model.records.refs import BasisRef, DriverRef, ProvisionRef, StageRef, StandardRef


class Official(Record):
    """The official page of a standard, and how far it was read."""

    page: Address
    read: Literal["whole", "part", "none"] = LEFT_OUT
    note: Sentences = LEFT_OUT


class ComponentEntry(Record):
    """A core component: what should be in place. Never both ``official`` and ``ours`` are given."""

    id: Id
    title: Words = Field(default=LEFT_OUT, description="What it is called, in a few words.")
    text: Sentences = Field(description="What should be in place, in one or two sentences.")
    official: Annotated[Text | None, NotRead()] = Field(default=None, description="Its number in the current official edition, if that number was read there.")
    ours: Sentences | None = Field(default=None, description="If it is not from the official edition: what we based it on.")
    very_good: Sentences = Field(default=LEFT_OUT, description="What you would see where this is very good.")
    weak: Sentences = Field(default=LEFT_OUT, description="What you would see where this is weak.")
    evidence: Some[Citation] = Field(default=(), description="The findings and documents it is based on, with the place in each document.")


class ActionEntry(Record):
    """An action statement: what one role does. Its role is given by its place in the file."""

    id: Id
    text: Sentences = Field(description="What someone in the role does, as one sentence.")
    asked_as: Some[Words] = Field(default=(), description="Other words that people use to ask about it. Only the search uses these.")
    why: Sentences = Field(default=LEFT_OUT, description="Why it matters, in one or two sentences.")
    driver: DriverRef = LEFT_OUT
    stages: Some[StageRef] = Field(default=(), min_length=1)
    basis: BasisRef = LEFT_OUT
    provisions: Some[ProvisionRef] = Field(default=(), description="The legal rules it is based on, or that are relevant to it.")
    component: Annotated[Id, Ref("components")] | None = Field(default=None, description="The component that it belongs to.")
    evidence: Some[Citation] = Field(default=(), description="Findings, and documents with the place in each. May be left out where provisions are given.")
    our_suggestion: Sentences | None = Field(default=None, description="If no source gives a time or a number in the text, say here that it is our suggestion.")
    status: Literal["current", "withdrawn"] = "current"
    reason: Sentences | None = Field(default=None, description="Why the statement was withdrawn; needed when status is withdrawn.")
    replaced_by: Annotated[Id, Ref("actions"), Relation("replaces")] | None = Field(default=None, description="The statement that replaces it.")


class AskForEntry(InBraces):
    """Words that someone can say or write: a right, or something to ask."""

    id: Id
    words: Sentences = Field(description="What someone can say or write, word for word.")
    right: ProvisionRef | None = Field(default=None, description="The provision that makes it a right. Left out where it is something to ask.")


class Related(Record):
    """Another standard that meets this one, and how."""

    id: StandardRef
    why: Words = Field(description="Why it is related, with no capital at the start and no full stop.")


class StandardFile(Record):
    """The whole of one ``content/standards/<id>.yaml``."""

    id: Id
    asks: Some[Sentences] = Field(min_length=1, description="What the standard asks, paragraph by paragraph.")
    official: Annotated[Official | None, NotRead()] = Field(default=None, description="The official page of the standard, and how much of it we read.")
    read_note: Sentences | None = Field(default=None, description="How much of the official text was read, in a line of its own.")
    provisions: Some[ProvisionRef] = ()
    components: Some[ComponentEntry] = Field(default=(), description="What should be in place.")
    actions: Annotated[dict[Annotated[str, Ref("roles")], Some[ActionEntry]], NotRead()] = Field(default={}, description="The statements of each role.")
    ask_for: Some[AskForEntry] = Field(default=(), description="What people can say or write.")
    related: Annotated[Some[Related], NotRead()] = Field(default=(), description="Other standards that are related to it, and why.")
    limits: Sentences = Field(default=LEFT_OUT, description="What the evidence about this standard cannot tell us.")
