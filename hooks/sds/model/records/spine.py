"""``standards.yaml``, the spine: the framework as a whole, and the records of the kinds that have no file of their own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from sds.model.field_types import Address, Citation, Id, Number, NumberOrLabel, Sentences, Text, When, Words, YesNo
from sds.model.marks import NotRead, Ref, Relation
from sds.model.records.about import About, Expected, Labels, Phrases
from sds.model.records.base import LEFT_OUT, InBraces, Record, Some, short_is_title
from sds.model.records.front_doors import Decision, FrontDoors, SituationGroup
from sds.model.records.refs import ONE_OF, EditionRef, GroupRef, ProvisionRef
from sds.model.records.roles import Role, Stage
from sds.model.records.self_evaluation import SelfEvaluation


class Edition(Record):
    """One published form of the framework."""

    id: Text = Field(description="An id, such as the year.")
    label: Text = Field(description="What people call this edition.")
    title: Words = Field(description="Its title, as published.")
    date: When = Field(default=LEFT_OUT, description="When it was published.")
    standards: Number | None = Field(default=None, description="How many standards it has.")
    parts: Sentences = Field(default=LEFT_OUT, description="What it contains.")
    status: Words = Field(default=LEFT_OUT, description="Whether it is in force, and what authority it has.")
    publisher: Words = Field(default=LEFT_OUT, description="Who published it.")
    address: Address = LEFT_OUT
    note: Sentences = Field(default=LEFT_OUT, description="What else to know about it, and how much of it we read.")


class Basis(Record):
    """What kind of ground an action stands on, and what its evidence has to hold for that."""

    id: Id
    title: Words = Field(description="What it is called.")
    meaning: Sentences = Field(description="What it means for a statement to have this basis.")
    mark: Literal["square", "half-square", "double-square", "circle", "dotted-circle", "empty-square"] = Field(
        default="empty-square", description="The shape next to its name."
    )
    needs: Some[Literal["provision", "guidance", "official", "working"]] = ()


class Principle(Record):
    """A principle of the framework; where there is law, one that is in the law or one that is marked as not in it."""

    id: Id
    title: Words = Field(description="What it is called.")
    plain: Sentences = Field(description="What it means, in plain words.")
    asks: Sentences = Field(default=LEFT_OUT, description="What it asks.")
    section: Words = Field(default=LEFT_OUT, description="Where it is in the law.")
    strength: Sentences = Field(default=LEFT_OUT, description="How strongly it binds.")
    in_act: YesNo | None = None
    in_practice: Sentences = Field(default=LEFT_OUT, description="An example of it in practice.")
    facts: dict[str, Words] = Field(default={}, description='More fields. Each one has a label under "labels".')
    provisions: Some[ProvisionRef] = ()
    cite: Citation = LEFT_OUT


class Foundation(Record):
    """One of the starting points of the framework."""

    id: Id
    title: Words = Field(description="What it is called.")
    text: Sentences = Field(description="What it says, in our words.")
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
    title: Words = Field(description="What it is called.")
    lay: Sentences = Field(description="What it is, in plain words.")
    legal: Sentences = Field(default=LEFT_OUT, description="What the law says about it.")
    facts: dict[str, Words] = Field(default={}, description='More fields, by which the options are compared. Each one has a label under "labels".')
    money: Some[Hand] = Field(default=(), description="Where the money goes, from hand to hand.")
    know: Sentences = Field(default=LEFT_OUT, description="What to know before choosing it.")
    provisions: Some[ProvisionRef] = ()
    cite: Citation = LEFT_OUT


class Driver(Record):
    """One of the system-wide drivers of change."""

    id: Id
    number: NumberOrLabel
    title: Words = Field(description="What it is called.")
    text: Sentences = Field(description="What it is about.")
    look_for: Sentences = Field(default=LEFT_OUT, description="What you would see where it works.")
    cite: Citation = LEFT_OUT


class Group(Record):
    """A part of the system that the framework sorts standards under."""

    id: Id
    title: Words = Field(description="What it is called.")
    note: Sentences = Field(default=LEFT_OUT, description="Where the name of the group is from.")


class ComponentMove(Record):
    """What became of a component of an earlier edition. Without ``to``, that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    standard: Annotated[Id, Ref("standards", called=ONE_OF)]
    from_edition: Annotated[Text, Ref("editions", called=ONE_OF)]
    number: Text = Field(alias="from", description="Its number in the earlier edition.")
    to: Text | None = Field(default=None, description="Its number in the current edition, where that is known.")
    what: Sentences = Field(description="What the component is about, and what happened to it.")

    @property
    def id(self) -> str:
        """The id, made of the standard, the earlier edition and the number in that edition, none of which can change."""
        return f"{self.standard}-{self.from_edition}-{self.number}"


class FormerTitle(Record):
    """A title a standard is known to have had in an earlier edition."""

    edition: EditionRef
    title: Words


class StandardEntry(Record):
    """A standard's place in the spine."""

    id: Id
    number: NumberOrLabel
    title: Words = Field(description="Its current title.")
    short: Words = Field(default=LEFT_OUT, description="A short title, for menus and lists.")
    group: GroupRef = LEFT_OUT
    title_note: Sentences | None = Field(default=None, description="If the title is not certain: why.")
    summary: Sentences = Field(default=LEFT_OUT, description="What it asks, in one sentence.")
    formerly: Annotated[Some[FormerTitle], Relation("formerly"), NotRead()] = Field(default=(), description="Titles that it had in earlier editions.")
    also_called: Annotated[Some[Words], NotRead()] = Field(default=(), description="Other names for it.")

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
    principles_note: Sentences = LEFT_OUT
    foundations: Some[Foundation] = ()
    foundations_note: Sentences = LEFT_OUT
    options: Some[Option] = ()
    options_lead: Sentences = LEFT_OUT
    options_note: Sentences = LEFT_OUT
    drivers: Some[Driver] = ()
    drivers_note: Sentences = LEFT_OUT
    roles: Some[Role] = ()
    roles_note: Sentences = LEFT_OUT
    stages: Some[Stage] = ()
    stages_note: Sentences = LEFT_OUT
    component_moves: Some[ComponentMove] = ()
    component_moves_note: Sentences = LEFT_OUT
    front_doors: FrontDoors | None = None
    situation_groups: Some[SituationGroup] = ()
    decisions: Some[Decision] = ()
    decisions_note: Sentences | None = None
    groups: Some[Group] = ()
    standards: Some[StandardEntry] = ()
    self_evaluation: SelfEvaluation | None = Field(default=None, description="Left out where a framework has no self-evaluation.")
