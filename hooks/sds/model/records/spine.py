"""``standards.yaml``: the framework as a whole and everything that stands once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sds.model.field_types import Address, Citation, Date, Id, Number, Text, Words, YesNo
from sds.model.marks import NotRead, Ref, Relation
from sds.model.records.base import Record, Some
from sds.model.records.front_doors import Decision, FrontDoors, SituationGroup
from sds.model.records.refs import ONE_OF, EditionRef, GroupRef, ProvisionRef
from sds.model.records.roles import Role, Stage
from sds.model.records.self_evaluation import SelfEvaluation


class QuickExit(Record):
    """Where a reader is taken who has to leave a page at once: a page that anybody may be looking at."""

    title: Words
    address: Address


class About(Record):
    """The framework as a whole: its names, edition, and who stands behind the official text."""

    title: Words = Field(description="The name of this site.")
    official_title: Words
    edition: Words = Field(description="The edition the standards follow, as people say it.")
    current_edition: EditionRef = Field(description="The id of that edition in the list of editions.")
    place: Words
    subject: Words = Field(description="What the standards are standards for, in small letters.")
    updated: Date = Field(description="The day the content last changed.")
    version: Text
    summary: Words
    status: Words = Field(description="What authority this site has; printed at the foot of every page.")
    cite_standard: Words = Field(description="What a person adds when quoting a standard; {number} becomes its number.")
    cited_as: Words = Field(description="What this edition is, in small letters; said in every citation, so that it is not taken for another.")
    official_publisher: Words
    official_author: Words
    official_partner: Words
    official_address: Address
    heading: Words = Field(description="The heading of the home page.")
    welcome: Words = Field(description="The sentence under the heading of the home page.")
    about: Words
    law_checked: Words = Field(description="When the law was last read and what may have changed since.")
    quick_exit: QuickExit | None = None
    voices: Some[Text] = Field(default=(), description="What the names of the voices hold that read aloud first, where a device has such a voice.")


class Expected(Record):
    """How much each standard holds at the least, and how long a statement may be."""

    components_per_standard: Number
    actions_per_role: Number
    ask_for_per_standard: Number
    action_words_least: Number
    action_words_most: Number
    start_here_per_role: Number = Field(default=5, description="How many statements a role starts with, where it says which.")
    answer_words_most: Number = Field(default=30, description="How many words the answer of a situation has at the most.")
    contact_pages_since: Number = Field(default=0, description="The year before which a page is too old for its number to be shown.")
    contact_pages_agree: Number = Field(default=3, description="How many public bodies' pages have to agree before an older page's number is shown.")


class Edition(Record):
    """One published form of the framework."""

    id: Text
    label: Text
    title: Words
    date: Text
    standards: Number
    parts: Words
    status: Words
    publisher: Words
    address: Address
    note: Words


class Basis(Record):
    """What kind of ground an action stands on, and what its evidence has to hold for that."""

    id: Id
    title: Words
    meaning: Words
    needs: Some[Literal["provision", "guidance", "official", "working"]]


class Principle(Record):
    """A principle of the law, or a good-practice one that is marked as not in the Act."""

    id: Id
    title: Words
    plain: Words
    asks: Words
    section: Words
    strength: Words
    in_act: YesNo
    in_practice: Words
    provisions: Some[ProvisionRef] = ()
    cite: Citation


class Foundation(Record):
    """One of the starting points of the framework."""

    id: Id
    title: Words
    text: Words
    cite: Citation


class Option(Record):
    """One of the options, in lay words and in the law's words restated."""

    id: Id
    number: Number
    title: Words
    lay: Words
    legal: Words
    picks: Words
    arranges: Words
    holds: Words
    know: Words
    provisions: Some[ProvisionRef] = ()
    cite: Citation


class Driver(Record):
    """One of the system-wide drivers of change."""

    id: Id
    number: Number
    title: Words
    text: Words
    look_for: Words
    cite: Citation


class Group(Record):
    """A part of the system that the framework sorts standards under."""

    id: Id
    title: Words
    note: Words


class ComponentMove(Record):
    """What became of a component of an earlier edition. Without ``to``, that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    standard: Annotated[Id, Ref("standards", called=ONE_OF)]
    from_edition: Annotated[Text, Ref("editions", called=ONE_OF)]
    number: Text = Field(alias="from", description="Its number in the earlier edition.")
    to: Text | None = Field(default=None, description="Its number in the current edition, where that is known.")
    what: Words

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
    number: Number
    title: Words
    short: Words
    group: GroupRef
    title_note: Words | None = None
    summary: Words
    formerly: Annotated[Some[FormerTitle], Relation("formerly"), NotRead()]
    also_called: Annotated[Some[Words], NotRead()]


class Spine(Record):
    """The whole of ``standards.yaml``."""

    framework: About
    expected: Expected
    editions: Some[Edition]
    bases: Some[Basis]
    principles: Some[Principle]
    principles_note: Words
    foundations: Some[Foundation]
    foundations_note: Words
    options: Some[Option]
    options_lead: Words
    options_note: Words
    drivers: Some[Driver]
    drivers_note: Words
    roles: Some[Role]
    roles_note: Words
    stages: Some[Stage]
    stages_note: Words
    component_moves: Some[ComponentMove]
    component_moves_note: Words
    front_doors: FrontDoors | None = None
    situation_groups: Some[SituationGroup] = ()
    decisions: Some[Decision] = ()
    decisions_note: Words | None = None
    groups: Some[Group]
    standards: Some[StandardEntry]
    self_evaluation: SelfEvaluation | None = Field(default=None, description="Left out where a framework has no self-evaluation.")
