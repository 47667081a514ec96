"""Entry points in ``standards.yaml``: the groups and order of situations, those that the home page names, and who decides what."""

from __future__ import annotations

from pydantic import Field

from sds.model.field_types import Id, Sentences, Words
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.refs import ProvisionRef, SituationRef


class FrontDoors(Record):
    """The situations that other pages lead to by name."""

    on_home: Some[SituationRef] = Field(min_length=1, max_length=6, description="The situations that the home page names, the most pressing first.")
    complaints: SituationRef | None = Field(
        default=None,
        description="The situation whose page explains complaints in full. Pages of its standards and roles give a summary and link to it.",
    )
    not_safe: SituationRef | None = Field(
        default=None,
        description="The situation of someone who is not safe: every easy-read page links to its easy-read page, near the top.",
    )


class SituationGroup(Record):
    """Situations that belong together, under words in which someone finds theirs."""

    id: Id
    title: Words = Field(description="A heading under which people find their situation.")
    situations: Some[SituationRef] = Field(min_length=1)


class Decision(InBraces):
    """Something that is decided, who decides it, by which rule, and the situation of someone who does not agree."""

    id: Id
    title: Sentences = Field(description="What is decided, as a question.")
    who: Sentences = Field(description="Who decides it, in one sentence.")
    provision: ProvisionRef | None = None
    situation: SituationRef | None = None
