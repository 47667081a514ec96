"""``content/accessibility.yaml``: the data of the accessibility statement. Every test and every problem has a date.

Its parts are those of the sample statement for public bodies, as far as they apply to other sites:
https://www.gov.uk/government/publications/sample-accessibility-statement
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sds.model.field_types import Address, Date, Id, Sentences, Text, Words, YesNo
from sds.model.marks import NotRead
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.refs import ContactRef

Status = Annotated[
    Literal["full", "partial", "none", "not-known"],
    Field(description="Whether the site meets its guidelines in full, in part or not, or whether nobody can say yet."),
]
Why = Annotated[
    Literal["fails", "burden", "outside", "no-rule"],
    Field(description="Why it does not work: it fails the guidelines, fixing it would be too great a burden, it is not ours to fix, or no rule asks for it."),
]


class Guidelines(InBraces):
    """What the site is measured by."""

    name: Words
    short: Text
    version: Text
    level: Text
    address: Address


class Ability(InBraces):
    """What people can do here whatever they read or steer with. ``page`` is where, and ``see`` the words of the link to it."""

    text: Sentences
    page: Annotated[Text, NotRead()] | None = Field(default=None, description="The address on this site, starting with a slash.")
    see: Words | None = None


class Barrier(Record):
    """Something that does not work, or is not there. ``criteria`` are the numbers of the success criteria that it fails."""

    id: Id
    what: Sentences
    why: Why
    reason: Sentences
    criteria: Some[Text] = Field(default=(), description="The success criteria that it fails, each by its number, as in 1.4.3.")
    instead: Sentences | None = Field(default=None, description="What people can do until then.")
    plan: Sentences | None = Field(default=None, description="What is going to be done about it. Left out while nobody is going to.")
    found: Date

    @property
    def fails(self) -> bool:
        """Whether the barrier fails the guidelines. One that would be a disproportionate burden to fix fails them too."""
        return self.why in {"fails", "burden"}


class TestDone(Record):
    """One way in which the site was tested: what was done, with which tool, who or what did it, and the last day."""

    __test__ = False  # without this, pytest would collect the class because of its name

    id: Id
    what: Sentences
    tool: Words
    by: Words
    people: YesNo = Field(default=False, description='"yes" if people did it, and not a program.')
    when: Date
    found: Sentences = Field(description="What it found.")


class Reporting(Record):
    """How someone tells of a problem or asks for another format."""

    how: Sentences
    limits: Sentences | None = Field(default=None, description="What cannot be promised, such as a time for an answer.")


class Enforcement(Record):
    """Whether a law asks for this statement, and where to go if the answer does not help."""

    law: Words
    address: Address
    applies: YesNo
    text: Sentences
    elsewhere: Sentences | None = Field(default=None, description="Where people can complain about websites that the law covers.")
    elsewhere_contact: ContactRef | None = Field(default=None, description="The contact for that: the page links to how to reach it.")


class AccessibilityStatement(Record):
    """The whole of ``content/accessibility.yaml``."""

    id: Id
    prepared: Date
    reviewed: Date = Field(description="The last day on which somebody read the whole statement and corrected it.")
    lead: Sentences = Field(description="What we want people to be able to do.")
    scope: Sentences = Field(description="Which pages and files it is about.")
    guidelines: Guidelines = Field(description="The guidelines that the site is measured by.")
    status: Status
    status_reason: Sentences = Field(description="Why we say so.")
    can_do: Some[Ability] = Field(min_length=1, description="What people can do on the site.")
    barriers: Some[Barrier] = Field(default=(), description="What does not work yet, and why.")
    tests: Some[TestDone] = Field(min_length=1, description="What was tested, how and when, who tested it, and what they found.")
    tests_note: Sentences | None = Field(default=None, description="What happens when a test fails.")
    untested: Some[Sentences] = Field(default=(), description="What nobody has tested yet, and which groups of people have not tested anything.")
    untested_note: Sentences | None = Field(default=None, description="What we want to test next.")
    technical: Some[Sentences] = Field(min_length=1, description="How the site is made.")
    reporting: Reporting = Field(description="How to report a problem.")
    enforcement: Enforcement = Field(description="The law on accessibility, and whether it applies to this site.")
