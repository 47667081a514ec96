"""Self-evaluation in ``standards.yaml``: its scale, the states of a component, the kinds of evidence, and the answers of each sheet."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sds.model.field_types import Address, Id, Number, Sentences, Text, Words, YesNo
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.refs import RoleRef
from sds.model.records.roles import Said

Leans = Literal["strength", "between", "weakness"]
"""The side to which an answer leans. With it, answers of different sheets can be compared without turning words into numbers."""


class Rating(Record):
    """A step of the scale: 1 is the weakest."""

    number: Number
    name: Words
    meaning: Sentences
    leans: Leans
    asks_for_evidence: YesNo = Field(default=False, description='"yes" if whoever gives this rating is reminded of evidence.')


class ComponentState(Record):
    """What can be said of a component. The ids are those that the file of an evaluation holds."""

    id: Literal["not-looked-at", "not-enough-evidence", "rated", "does-not-apply"]
    title: Words
    meaning: Sentences


class EvidenceKind(Record):
    """A kind of evidence. Answers to the questions in easy words count as evidence of the kind that is ``from_people``."""

    id: Id
    title: Words
    look_at: Sentences = Field(description="Where to look, with examples.")
    from_people: YesNo = False


class PlannedStatus(InBraces):
    """How far a planned action has come. One that is not ``closed`` can be overdue."""

    id: Id
    title: Words
    closed: YesNo = False


class Answer(Record):
    """What can be answered to a statement or to a question in easy words. Without ``leans`` it leans to no side."""

    id: Id
    title: Text
    meaning: Sentences | None = None
    icon: Text = Field(description="An icon of the theme, which stands beside the words.")
    leans: Leans | None = None


class Sheet(Record):
    """What is filled in: components with the scale, the statements of a role, or questions in easy words. ``roles`` are those that it is offered first."""

    id: Literal["components", "statements", "questions"]
    title: Words
    about: Sentences
    time: Sentences = Field(description="How long one standard takes; our estimate, where no source says.")
    roles: Some[RoleRef] = ()


class ScaleSource(InBraces):
    """Whose scale it is."""

    title: Words
    address: Address


class SelfEvaluation(Record):
    """Everything that the pages for self-evaluation say of this framework."""

    title: Words
    lead: Sentences
    scale: Some[Rating] = Field(min_length=2)
    scale_source: ScaleSource
    scale_note: Sentences
    states: Some[ComponentState] = Field(min_length=4, max_length=4)
    evidence_kinds: Some[EvidenceKind] = Field(min_length=1)
    statuses: Some[PlannedStatus] = Field(min_length=2)
    statement_answers: Some[Answer] = Field(min_length=2)
    question_answers: Some[Answer] = Field(min_length=2)
    sheets: Some[Sheet] = Field(min_length=1)
    several_roles: Words = Field(description="What to call a view of people in several roles together.")
    plainly: Some[Sentences] = Field(min_length=1, description="What the page says plainly: where it is kept, what not to write, what it is not.")
    own_view: Sentences = Field(description="What a report says plainly of itself.")
    why: Some[Said] = Field(default=(), description="Who asked for it, each with the place in the source.")
