"""The roles and the stages in ``standards.yaml``, with the data of their pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from sds.model.field_error import FieldError
from sds.model.field_types import Citation, Code, Colour, Id, Sentences, Words, YesNo
from sds.model.marks import NotRead, Ref, Relation, Spoken
from sds.model.records.base import LEFT_OUT, InBraces, Record, Some, short_is_title
from sds.model.records.refs import AskForRef, EasyPageRef, FindingRef, OptionRef, ProvisionRef, RoleRef, StatementRef


class StartHere(Record):
    """A statement that a role does well to begin with."""

    action: Annotated[Id, Ref("actions", reported_by="roles-start-with-their-own")] = Field(description="The id of a statement of this role that is in force.")
    reason: Sentences = Field(description="One honest sentence, written for this role: why to start there.")


class HandOver(Record):
    """An easy-read page that someone of a role gives to the person."""

    page: EasyPageRef = Field(description='The kind and id of an easy-read page, as in "options/option-1".')
    when: Words = Field(description="When to give it, in a few words.")


class RoleColour(InBraces):
    """The colour of a role on a light ground and on a dark one. A check sees to it that both can be read."""

    light: Colour
    dark: Colour


class Role(Record):
    """A group of people the standards speak to. ``code`` is what stands for it in the ids of statements."""

    id: Id
    code: Code
    title: Words = Field(description="The name of the role.")
    short: Words = Field(default=LEFT_OUT, description="A short title, for menus and lists.")
    icon: Annotated[Id, NotRead()] = Field(default=LEFT_OUT, description="The name of a Material Design icon.")
    colour: Annotated[RoleColour | None, NotRead()] = Field(default=None, description="The colour of the role, on a light and on a dark background.")
    i_am: Words = Field(default=LEFT_OUT, description="What someone in this role says about themselves, for the home page.")
    summary: Sentences = Field(default=LEFT_OUT, description="What the statements of this role are about, in one sentence.")
    who: Some[Words] = Field(default=(), description="The people that the role includes.")
    named_in: Sentences = Field(default=LEFT_OUT, description="What the source documents call these people.")
    statement_form: Sentences | None = Field(default=None, description="If the statements of this role are rights and not tasks: a sentence that says so.")
    duty_note: Sentences | None = Field(default=None, description="Whose duties this role's statements are about, and who in this role is not bound by them.")
    easy_first: YesNo = Field(default=False, description='"yes" if everything that this role can do and ask for is also in easy read, one click from its page.')
    begins_with: Annotated[Some[Words], NotRead()] = Field(default=(), description="If given, every statement of this role starts with one of these.")
    start_here: Annotated[Some[StartHere], NotRead()] = Field(
        default=(), description="The few statements to begin with, the most useful first. Their number is set under “expected”."
    )
    situations_note: Annotated[Sentences | None, NotRead()] = Field(
        default=None, description="If the pages on situations are written for somebody else: how this role can use them."
    )
    ticks_title: Annotated[Words, NotRead()] = Field(default=LEFT_OUT, description="The heading of this role's tick list, which says what the list is for.")
    ticks: Annotated[Sentences | None, NotRead()] = Field(default=None, description="What a tick on this role's tick list means, and what to do with the rest.")
    compare_with: Annotated[Id, Ref("roles", reported_by="roles-are-compared-with-another")] | None = Field(
        default=None, description="The role that this role most needs to compare itself with."
    )
    say_first: Annotated[Some[AskForRef], NotRead()] = Field(
        default=(), description="Words to say that the page of this role shows first, where people in it ask for themselves."
    )
    hand_over: Annotated[Some[HandOver], NotRead()] = Field(default=(), description="The easy-read pages that this role most often gives to the person.")

    _short = model_validator(mode="before")(short_is_title)


class Said(Record):
    """A line of a two-minute page and the statements and evidence it comes from."""

    text: Sentences
    actions: Some[StatementRef] = Field(default=(), description="The ids of the statements it comes from.")
    provisions: Some[ProvisionRef] = Field(default=(), description="The legal rules that it comes from.")
    evidence: Some[Citation] = Field(default=(), description="Findings, or a source and the place in it.")

    @model_validator(mode="after")
    def _rests_on_something(self) -> Said:
        if not self.actions and not self.evidence and not self.provisions:
            raise FieldError("It does not say what it comes from.", "Name a statement under actions, or a source under evidence.")
        return self


class OptionLine(Record):
    """One of the options in one line."""

    option: OptionRef
    text: Sentences


class PassTo(Record):
    """Someone to pass a person on to."""

    who: Words
    when: Words
    actions: Some[StatementRef] = Field(min_length=1, description="The ids of the statements it comes from.")


class TwoMinutes(Record):
    """What someone who meets people at this stage for a few minutes has to know. All of it is read in two minutes."""

    title: Words
    i_am: Words = Field(description="Who it is for, as the words of a link to it.")
    summary: Sentences
    roles: Some[RoleRef] = Field(min_length=1, description="The roles whose pages lead to it.")
    what: Some[Said] = Field(min_length=1, description="What the standards are about, in three lines.")
    options: Some[OptionLine] = ()
    say: Annotated[Some[Said], Spoken()] = Field(min_length=1, description="What to say.")
    never: Some[Said] = Field(min_length=1, description="What never to promise.")
    pass_to: Some[PassTo] = Field(min_length=1)
    hand_over: Some[EasyPageRef] = Field(default=(), description='The kind and id of each easy-read page to give, as in "stages/review".')
    evidence: Some[FindingRef] = Field(default=(), description="The findings that show why the page is needed.")
    evidence_note: Sentences = Field(default=LEFT_OUT, description="Where and when the findings were made, and what they cannot show.")


class Stage(Record):
    """A point on a person's path through support."""

    id: Id
    title: Words = Field(description="What it is called.")
    question: Sentences = Field(default=LEFT_OUT, description="What the person asks at this stage.")
    text: Sentences = Field(default=LEFT_OUT, description="What happens at this stage.")
    under_all: YesNo = Field(default=False, description='"yes" if it is not a step but underlies every step.')
    two_minutes: Annotated[TwoMinutes | None, Relation("two_minutes"), NotRead()] = Field(
        default=None, description="A page for workers who meet the person for only a few minutes at this stage."
    )
