"""``content/templates/<id>.yaml``: a form or a letter of ours, to fill in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sds.model.field_types import Date, Id, Number, Sentences, Text, Words, YesNo
from sds.model.marks import LeadsOn, Ref
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.contacts import Origin
from sds.model.records.refs import ContactOrPurposeRef, ProvisionRef, ResourceRef, RoleRef, SituationRef, StageRef, StandardRef, StatementRef

FieldKind = Literal["text", "long", "date", "choice", "checks", "rows", "item", "words"]


class TemplateChoice(InBraces):
    """Something to tick. ``in_letter`` is what a letter says of it, where that is not ``text``."""

    id: Id
    text: Words
    in_letter: Words | None = None
    provisions: Some[ProvisionRef] = ()


class TemplateField(Record):
    """A box of a form, and why it is there; or words printed as they stand."""

    id: Id
    label: Words | None = None
    hint: Words | None = None
    kind: FieldKind
    text: Sentences | None = Field(default=None, description="The words printed as written, where kind is words.")
    lines: Number | None = Field(default=None, description="How many lines there are to write on by hand.")
    columns: Some[Words] = ()
    rows: Number | None = None
    row_labels: Some[Words] = ()
    choices: Some[TemplateChoice] = ()
    most: Number | None = Field(default=None, description="How many may be ticked.")
    why: Sentences
    provisions: Some[ProvisionRef] = Field(default=(), description="The law behind the box. Left out where it is good practice.")
    law_when: Words | None = Field(default=None, description="When that law applies.")
    our_suggestion: Sentences | None = None
    working_days: Number | None = Field(default=None, description="How many working days from today we suggest, where kind is date.")
    names_someone: YesNo = Field(default=False, description='"yes" if it is for a name or an address, which is never saved.')

    @property
    def note(self) -> str:
        """The text below the label: the hint, and how many choices may be ticked. May be empty."""
        return " ".join(filter(None, (self.hint, f"Tick up to {self.most}." if self.most else None)))


class TemplatePart(Record):
    """Boxes that belong together. ``own_page`` starts a new sheet."""

    id: Id
    title: Words
    note: Sentences | None = None
    own_page: YesNo = False
    fields: Some[TemplateField] = Field(min_length=1)


class LetterLine(Record):
    """A line of a letter that rests on law, or that goes when a box is filled in."""

    words: Sentences
    provisions: Some[ProvisionRef] = ()
    unless: Id | None = None


class LetterPart(Record):
    """A part of a letter. A line goes when a box that it names in braces is empty."""

    id: Id
    kind: Literal["address", "date", "heading", "paragraph", "close"]
    lines: Some[Words | LetterLine] = Field(min_length=1)


class ChosenWords(InBraces):
    """Where the words that someone has chosen to say stand in a letter: after which part, and under which line."""

    after: Id
    lead: Annotated[Sentences, LeadsOn()]


class Afterwards(Record):
    """What to do when the form is filled in or the letter is sent."""

    complaints_route: Annotated[Id, Ref("complaints_route", called="the id of a step in making a complaint")] | None = None
    do: Sentences | None = None
    by_when: Words | None = None
    by_when_from: Origin | None = None
    provision: ProvisionRef | None = None


class TemplateExample(Record):
    """The form filled in for invented people: a value, some ticks or rows, by the id of the box."""

    note: Sentences
    values: dict[str, Text | Some[Text] | Some[Some[Text]]]


class EasyChoice(InBraces):
    """Something to tick, in easy words."""

    id: Id
    label: Words


class EasyField(Record):
    """A box of the full form, asked in easy words with a picture."""

    id: Id
    label: Words
    hint: Sentences | None = None
    picture: Annotated[Id, Ref("pictures")]
    kind: FieldKind | None = None
    choices: Some[EasyChoice] = ()


class EasyForm(Record):
    """The form in easy read."""

    title: Words
    picture: Annotated[Id, Ref("pictures")]
    intro: Some[Sentences] = Field(min_length=1)
    fields: Some[EasyField] = Field(min_length=1)


class Template(Record):
    """A form or a letter of ours."""

    id: Id
    title: Words = Field(description="What the form or letter is called.")
    shape: Literal["form", "letter"]
    roles: Some[RoleRef] = Field(min_length=1, description="Who fills it in.")
    about: Sentences = Field(description="What it is for.")
    filled_by: Sentences = Field(description="Who fills it in.")
    kept_by: Sentences = Field(description="Who keeps it.")
    pages: Number = Field(description="How many A4 sides the empty form has, at most.")
    asked_as: Some[Words] = Field(default=(), description="Other words that people use to ask for it. Only the search uses these.")
    stages: Some[StageRef] = ()
    standards: Some[StandardRef] = ()
    situations: Some[SituationRef] = ()
    actions: Some[StatementRef] = ()
    provisions: Some[ProvisionRef] = ()
    contacts: Some[ContactOrPurposeRef] = ()
    resources: Some[ResourceRef] = ()
    do: Some[Sentences] = Field(default=(), description="What to do when filling it in.")
    do_not: Some[Sentences] = Field(default=(), description="What not to do when filling it in.")
    parts: Some[TemplatePart] = Field(default=(), description="The parts of a form, each with its boxes.")
    fields: Some[TemplateField] = Field(default=(), description="The boxes of a letter.")
    letter: Some[LetterPart] = Field(default=(), description="The words of a letter, around its boxes.")
    chosen_words: ChosenWords | None = Field(default=None, description="Where the sentences that people choose go in a letter.")
    afterwards: Some[Afterwards] = Field(default=(), description="What to do once it is filled in.")
    example: TemplateExample | None = Field(default=None, description="The same form or letter, filled in with a made-up example.")
    easy: EasyForm | None = Field(default=None, description="The same form or letter in easy read.")
    version: Text = Field(description="Its version, such as 1.0.")
    dated: Date
