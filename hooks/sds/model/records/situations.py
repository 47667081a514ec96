"""``content/situations/<id>.yaml``: what has happened to someone, and what to do, whom to ask and by when."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from sds.model.field_error import FieldError
from sds.model.field_types import Citation, Id, Sentences, Words, YesNo
from sds.model.marks import NotRead, Ref
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.contacts import Origin, PurposeRef
from sds.model.records.refs import (
    AskForRef,
    ContactOrPurposeRef,
    ContactRef,
    FindingRef,
    ProvisionRef,
    ResourceRef,
    RoleRef,
    SituationRef,
    StageRef,
    StandardRef,
    StatementRef,
    TemplateRef,
)


class Card(Record):
    """A card that says when to call, and whom: ``heading`` ends in "if", ``when`` are the cases."""

    contact: ContactOrPurposeRef
    when_closed: PurposeRef | None = Field(default=None, description="The purpose of the contact to use out of hours.")
    heading: Words
    when: Some[Words] = Field(min_length=1, max_length=5)
    note: Sentences | None = None
    provision: ProvisionRef | None = None


class Anywhere(InBraces):
    """Who to phone wherever someone lives, and when: ``when`` completes "if"."""

    contact: ContactRef
    when: Words


class Which(InBraces):
    """A case that the situation covers: it leads to a part of this page, or to another situation."""

    text: Words
    part: Id | None = None
    situation: SituationRef | None = None


class FirstStep(Record):
    """What to do today."""

    do: Sentences
    how: Sentences | None = None
    contact: ContactOrPurposeRef | None = None
    when_closed: PurposeRef | None = None


class SayOr(Record):
    """Words to say or write: a line of a standard, or words of this situation's own, as a right or as something to ask."""

    ask_for: AskForRef | None = None
    id: Id | None = None
    words: Sentences | None = None
    right: ProvisionRef | None = Field(default=None, description="The provision that makes it a right. Left out where it is something to ask.")

    @model_validator(mode="after")
    def _one_way(self) -> SayOr:
        if bool(self.ask_for) == bool(self.id and self.words) or (self.ask_for and (self.id or self.words or self.right)):
            raise FieldError("It is neither a line of a standard nor words of its own.", 'Write ask_for: and the id of a line, or id: and words: "...".')
        return self


class Step(Record):
    """What happens next, who does it and by when; or a step of the complaints route, by its id."""

    route: Annotated[Id, Ref("complaints_route", called="the id of a step in making a complaint")] | None = None
    id: Id | None = None
    do: Words | None = None
    how: Sentences | None = None
    who: Words | None = None
    by_when: Words | None = None
    by_when_from: Origin | None = None
    provision: ProvisionRef | None = None
    source: Citation | None = None
    contact: ContactOrPurposeRef | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Step:
        if bool(self.route) == bool(self.id and self.do) or (self.route and self.model_fields_set != {"route"}):
            raise FieldError(
                "It is neither a step in making a complaint nor a step of its own.", "Give it route: with the id of such a step, or both id: and do:."
            )
        return self


class Case(Record):
    """What differs in one case of the situation."""

    id: Id
    title: Words
    lines: Some[Sentences] = ()
    provisions: Some[ProvisionRef] = ()
    contacts: Some[ContactOrPurposeRef] = ()
    steps: Some[Step] = ()


class Reply(InBraces):
    """What they may say, and what to ask then."""

    they_say: Sentences
    you_can_ask: Sentences


class Worry(InBraces):
    """What people fear, and an honest answer."""

    worry: Sentences
    answer: Sentences
    provision: ProvisionRef | None = None


class Unsaid(InBraces):
    """What is not the law, with the entry of the law's own list that says so."""

    line: Sentences
    entry: Annotated[Id, Ref("not_the_law", called="the id of an entry under not_the_law")] | None = None


class Situation(Record):
    """What has happened to someone, in their words, with all that they need on one page."""

    id: Id
    title: Words = Field(description="What has happened, in the words of the person.")
    roles: Some[RoleRef] = Field(min_length=1)
    asked_as: Annotated[Some[Words], NotRead()] = Field(default=(), description="Other words that people use to ask about it. Only the search uses these.")
    covers: Some[Words] = Field(default=(), description="Other questions that the page answers.")
    quick_exit: Annotated[YesNo, NotRead()] = Field(default=False, description='"yes" if the page has a way to leave at once.')
    answer: Sentences = Field(description="The short answer: what to do first, and who can help.")
    danger: Some[Card] = Field(default=(), description="Who to call at once, and when.")
    urgent: Some[Card] = Field(default=(), description="Who to call today, and when.")
    which: Some[Which] = Field(default=(), description="Cases that the page covers, and where each one leads.")
    first_steps: Some[FirstStep] = Field(default=(), description="What to do first.")
    words: Some[SayOr] = Field(default=(), description="What someone can say or write.")
    contacts: Some[ContactOrPurposeRef] = ()
    anywhere: Annotated[Some[Anywhere], NotRead()] = Field(
        default=(), max_length=2, description="Who anyone can phone, wherever they live. The page shows these numbers before the reader chooses an area."
    )
    provisions: Some[ProvisionRef] = ()
    cases: Some[Case] = Field(default=(), description="What is different in some cases.")
    steps: Some[Step] = Field(default=(), description="What happens next, who does it and by when.")
    if_they_say: Some[Reply] = Field(default=(), description="What others may say, and what to say then.")
    worries: Some[Worry] = Field(default=(), description="What people worry about, with an honest answer to each.")
    if_no: Sentences | None = Field(default=None, description="What to do if the answer is no.")
    not_the_law: Some[Unsaid] = Field(default=(), description="What people may think is law, but is not.")
    read_note: Sentences | None = Field(default=None, description="How much of the law was read, where that matters here.")
    seen: Some[FindingRef] = ()
    actions: Annotated[Some[StatementRef], NotRead()] = ()
    resources: Annotated[Some[ResourceRef], NotRead()] = ()
    templates: Annotated[Some[TemplateRef], NotRead()] = ()
    stages: Annotated[Some[StageRef], NotRead()] = ()
    standards: Annotated[Some[StandardRef], NotRead()] = ()
    related: Annotated[Some[SituationRef], NotRead()] = ()
