"""``content/sources.yaml``: documents, and the findings drawn from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from sds.model.field_error import FieldError
from sds.model.field_types import Address, Id, Sentences, Text, When, Words
from sds.model.records.base import LEFT_OUT, InBraces, Record, Some, short_is_title
from sds.model.records.refs import FindingRef, RoleRef, SourceRef, StandardRef


def _place(value: str) -> str:
    if not any(map(str.isalnum, value)):
        raise FieldError(f'"{value}" is not a place in a source.', 'Write the paragraph, section or page, as in "paragraph 12".')
    return value


InSource = Annotated[Text, AfterValidator(_place), Field(description="Where it is in the source: the paragraph, section or page.")]


class Recommendation(Record):
    """A recommendation of a source, restated, and the standards it touches."""

    id: Text
    text: Sentences
    standards: Some[StandardRef] = ()


class Theme(Record):
    """A part of a source that it evaluates as a whole."""

    section: Id = Field(description="Its number in the source, or what is used instead of one: it is a part of the page's address.")
    title: Words
    evaluation: Words
    recommendations: Some[Recommendation] = ()
    standards: Some[StandardRef] = ()


class OrderedItem(InBraces):
    """One thing in a list of a document, in our words, with the findings that say it."""

    text: Words
    findings: Some[FindingRef] = Field(min_length=1)


class OrderedPart(Record):
    """A part of a document that is told as a list, in the order of the document."""

    title: Words
    place: InSource
    text: Sentences
    items: Some[OrderedItem] = Field(min_length=1)
    checklist: Sentences | None = Field(default=None, description="If the list makes a checklist for paper: how to use it.")


Authority = Literal["law", "guidance", "official", "replaced", "inspection", "review", "research", "handbook", "account"]


class Source(Record):
    """A document that facts come from."""

    id: Id
    title: Words = Field(description="Its title, as its publisher writes it.")
    short: Words = Field(default=LEFT_OUT, description="A short title, for lists and citations.")
    publisher: Words = Field(default=LEFT_OUT, description="Who published it.")
    date: When = Field(default=LEFT_OUT, description="When it was published, as printed on it.")
    address: Address | None = None
    authority: Authority = LEFT_OUT
    about: Sentences = Field(default=LEFT_OUT, description="What it is, in one or two sentences.")
    limits: Sentences = Field(default=LEFT_OUT, description="What it cannot tell us, and how much of it we read.")
    slips: Sentences | None = Field(default=None, description="Mistakes in the document itself, which this site does not repeat.")
    read: Literal["whole", "part", "second-hand"] = LEFT_OUT
    themes: Some[Theme] = Field(default=(), description="The themes that it evaluates, with what it recommends.")
    themes_note: Sentences | None = Field(default=None, description="What to know about its evaluations.")
    in_its_order: Some[OrderedPart] = Field(default=(), description="What it says, part by part, in the order of the document.")

    _short = model_validator(mode="before")(short_is_title)


class Also(Record):
    """A further place where the same finding stands."""

    source: SourceRef
    place: InSource


class Finding(Record):
    """One thing that one source says, in our words."""

    id: Id
    source: SourceRef
    place: InSource
    also: Some[Also] = Field(default=(), description="Other places that say the same.")
    kind: Literal["needed", "working", "weak", "tension", "fact"] = LEFT_OUT
    roles: Some[RoleRef] = Field(default=(), min_length=1)
    standards: Some[StandardRef] = Field(default=(), min_length=1)
    text: Sentences = Field(description="What the source says, in our words.")


class SourcesFile(Record):
    """The whole of ``content/sources.yaml``."""

    sources: Some[Source] = ()
    findings: Some[Finding] = ()
