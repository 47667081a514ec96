"""``content/law.yaml``: each provision once, the version of the text that was read, and what people may wrongly take for law."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sds.model.field_types import Date, Id, Sentences, Text, When, Words, YesNo
from sds.model.marks import NotRead, Ref
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.refs import ProvisionRef, RoleRef, SourceRef, StageRef, StandardRef

BearerRef = Annotated[Id, Ref("bearers", called="the id of one who can have a duty")]
StrengthRef = Annotated[Id, Ref("strengths", called="the id of a strength")]
SubjectRef = Annotated[Id, Ref("subjects", called="the id of a subject of law")]
VersionRef = Annotated[Id, Ref("versions", called="the id of a version that was read")]


class Strength(InBraces):
    """How strongly a legal rule binds."""

    id: Id
    title: Words = Field(description='The word for it, such as "must".')
    meaning: Sentences = Field(description="What it means.")
    needs_bearer: YesNo = Field(description='"yes" if a rule of this strength says who has the duty.')
    gives_right: YesNo = Field(default=False, description='"yes" if someone can claim it as a right.')


class Bearer(InBraces):
    """Who can have a duty or a power."""

    id: Id
    title: Words = Field(description="What the body or person is called.")
    note: Sentences = Field(description="Who it is, and what to know about its duties.")
    roles: Some[RoleRef] = Field(default=(), description="The roles whose people act for it. Left out where no role does.")


class Version(InBraces):
    """A text of a law that was read: how it stood, the day it was read, and how far."""

    id: Id
    instrument: SourceRef
    shows: Words = Field(description='The day on which the law read like this, as in "as it stood on 1 October 2017".')
    read: Date
    extent: Sentences = Field(description="How much of it we read.")


class Subject(InBraces):
    """What legal rules are about, in the order in which a person needs them."""

    id: Id
    title: Words = Field(description="What the subject is called.")
    about: Sentences = Field(description="What the rules on it are about.")


class CommencementPart(InBraces):
    """A part of a new law, and whether it has started."""

    id: Id
    title: Words
    text: Sentences
    status: Literal["started", "partly-started", "not-started", "not-seen"]
    since: When | None = None
    source: SourceRef
    place: Text


class Commencement(Record):
    """What of a new law has started, as of a day."""

    about: Sentences
    as_of: Sentences
    parts: Some[CommencementPart]


class NotTheLaw(InBraces):
    """What people may think is the law, and is not."""

    id: Id
    text: Sentences = Field(description="What the law does not say, in one or two sentences.")
    subjects: Some[SubjectRef] = Field(min_length=1)


class Provision(Record):
    """One legal rule: who has to do what, for whom, how strongly, since when, and in which text it was read."""

    id: Id
    title: Words = Field(description="What it gives or asks for, in a few words that no other rule uses.")
    instrument: SourceRef = Field(description="The law that it is in: a source whose authority is law.")
    section: Text = Field(description="Where it is in that law.")
    subject: SubjectRef
    bearers: Some[BearerRef] = Field(default=(), description="Who has the duty or the power. Needed where the strength asks for it.")
    applies_to: Words = Field(description="Who the rule is for.")
    text: Sentences = Field(description="The rule in one to three plain sentences that make sense on their own.")
    strength: StrengthRef
    in_force_since: When = Field(description='A date, or "not seen".')
    version: VersionRef
    extent: Literal["whole", "part"] = Field(description="Whether the whole rule was read.")
    note: Sentences | None = Field(default=None, description="Its limits, and what to check.")
    standards: Annotated[Some[StandardRef], NotRead()] = ()
    stages: Annotated[Some[StageRef], NotRead()] = Field(default=(), description="Left out where it applies at every stage.")


class LawFile(Record):
    """The whole of ``content/law.yaml``."""

    strengths: Some[Strength]
    bearers: Some[Bearer]
    versions: Some[Version]
    subjects: Some[Subject]
    commencement: Commencement | None = None
    first_rights: Some[ProvisionRef] = Field(default=(), description="The rights to know first, in the order in which a person needs them.")
    provisions: Some[Provision]
    not_the_law: Some[NotTheLaw] = ()
