"""``standards.yaml``: what the site says of the framework as a whole, and every record that stands once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from sds.model.field_types import Address, Citation, Id, Number, NumberOrLabel, Sentences, Text, Words, YesNo
from sds.model.marks import NotRead, Ref, Relation
from sds.model.records.about import About, Expected, Labels, Phrases
from sds.model.records.base import LEFT_OUT, InBraces, Record, Some, short_is_title
from sds.model.records.front_doors import Decision, FrontDoors, SituationGroup
from sds.model.records.refs import ONE_OF, EditionRef, GroupRef, ProvisionRef
from sds.model.records.roles import Role, Stage
from sds.model.records.self_evaluation import SelfEvaluation


class Edition(Record):
    """One published form of the framework."""

    id: Text
    label: Text
    title: Words
    date: Text = LEFT_OUT
    standards: Number | None = Field(default=None, description="How many standards it has.")
    parts: Words = LEFT_OUT
    status: Words = LEFT_OUT
    publisher: Words = LEFT_OUT
    address: Address = LEFT_OUT
    note: Sentences = LEFT_OUT


class Basis(Record):
    """What kind of ground an action stands on, and what its evidence has to hold for that."""

    id: Id
    title: Words
    meaning: Sentences
    mark: Literal["square", "half-square", "double-square", "circle", "dotted-circle", "empty-square"] = Field(
        default="empty-square", description="The shape next to its name."
    )
    needs: Some[Literal["provision", "guidance", "official", "working"]] = ()


class Principle(Record):
    """A principle of the framework; where there is law, one that is in the law or one that is marked as not in it."""

    id: Id
    title: Words
    plain: Sentences
    asks: Sentences = LEFT_OUT
    section: Words = LEFT_OUT
    strength: Sentences = LEFT_OUT
    in_act: YesNo | None = None
    in_practice: Sentences = LEFT_OUT
    facts: dict[str, Words] = Field(default={}, description="More fields, each with a label under labels.")
    provisions: Some[ProvisionRef] = ()
    cite: Citation = LEFT_OUT


class Foundation(Record):
    """One of the starting points of the framework."""

    id: Id
    title: Words
    text: Sentences
    cite: Citation = LEFT_OUT


class Hand(InBraces):
    """Whose hand the money is in, or whom it reaches, and what happens with it there."""

    who: Words
    does: Words
    holds: YesNo | None = Field(default=None, description="yes where the money is kept until it is spent.")


class Option(Record):
    """One of the options, in lay words and in the law's words restated."""

    id: Id
    number: NumberOrLabel
    title: Words
    lay: Sentences
    legal: Sentences = LEFT_OUT
    facts: dict[str, Words] = Field(default={}, description="What the options are compared by: more fields, each with a label under labels.")
    money: Some[Hand] = Field(default=(), description="Where the money goes, from hand to hand.")
    know: Sentences = LEFT_OUT
    provisions: Some[ProvisionRef] = ()
    cite: Citation = LEFT_OUT


class Driver(Record):
    """One of the system-wide drivers of change."""

    id: Id
    number: NumberOrLabel
    title: Words
    text: Sentences
    look_for: Sentences = LEFT_OUT
    cite: Citation = LEFT_OUT


class Group(Record):
    """A part of the system that the framework sorts standards under."""

    id: Id
    title: Words
    note: Sentences = LEFT_OUT


class ComponentMove(Record):
    """What became of a component of an earlier edition. Without ``to``, that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    standard: Annotated[Id, Ref("standards", called=ONE_OF)]
    from_edition: Annotated[Text, Ref("editions", called=ONE_OF)]
    number: Text = Field(alias="from", description="Its number in the earlier edition.")
    to: Text | None = Field(default=None, description="Its number in the current edition, where that is known.")
    what: Sentences

    @property
    def id(self) -> str:
        """Its standard, edition and number there: that much of it cannot change."""
        return f"{self.standard}-{self.from_edition}-{self.number}"


class FormerTitle(Record):
    """A title a standard is known to have had in an earlier edition."""

    edition: EditionRef
    title: Words


class StandardEntry(Record):
    """A standard's place in the spine."""

    id: Id
    number: NumberOrLabel
    title: Words
    short: Words = Field(default=LEFT_OUT, description="A short title; the title itself where there is none.")
    group: GroupRef = LEFT_OUT
    title_note: Words | None = Field(default=None, description="Why the title is not certain, where it is not.")
    summary: Sentences = LEFT_OUT
    formerly: Annotated[Some[FormerTitle], Relation("formerly"), NotRead()] = ()
    also_called: Annotated[Some[Words], NotRead()] = ()

    _short = model_validator(mode="before")(short_is_title)


class Spine(Record):
    """The whole of ``standards.yaml``."""

    framework: About
    phrases: Phrases = Phrases.empty()
    labels: Labels = Labels.empty()
    expected: Expected = Expected.empty()
    editions: Some[Edition] = ()
    bases: Some[Basis] = ()
    principles: Some[Principle] = ()
    principles_note: Words = LEFT_OUT
    foundations: Some[Foundation] = ()
    foundations_note: Words = LEFT_OUT
    options: Some[Option] = ()
    options_lead: Words = LEFT_OUT
    options_note: Words = LEFT_OUT
    drivers: Some[Driver] = ()
    drivers_note: Words = LEFT_OUT
    roles: Some[Role] = ()
    roles_note: Words = LEFT_OUT
    stages: Some[Stage] = ()
    stages_note: Words = LEFT_OUT
    component_moves: Some[ComponentMove] = ()
    component_moves_note: Words = LEFT_OUT
    front_doors: FrontDoors | None = None
    situation_groups: Some[SituationGroup] = ()
    decisions: Some[Decision] = ()
    decisions_note: Words | None = None
    groups: Some[Group] = ()
    standards: Some[StandardEntry] = ()
    self_evaluation: SelfEvaluation | None = Field(default=None, description="Left out where a framework has no self-evaluation.")
