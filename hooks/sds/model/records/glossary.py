"""``content/glossary.yaml``: terms."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sds.model.field_types import Id, Sentences, Text, Words, YesNo
from sds.model.marks import Ref
from sds.model.records.base import LEFT_OUT, Record, Some
from sds.model.records.refs import RoleRef, TermRef

EXPLAINED_ON = ("standards", "options", "principles", "stages")
"""The kinds of record whose pages may explain a term further. If two records have the same id, the first kind counts."""


class Term(Record):
    """A term, its plain and easy-read meanings, and the other words people use for it."""

    id: Id
    term: Text = Field(description="The word or phrase, with a small letter at the start unless it is a name.")
    meaning: Sentences = Field(description="What it means, in plain words.")
    easy: Words = Field(default=LEFT_OUT, description="What it means, in easy-read words.")
    also_called: Some[Text] = Field(default=(), description="Other names for it.")
    asked_as: Some[Words] = Field(default=(), description="Other words that people use to ask about it. Only the search uses these.")
    source: Annotated[Text, Ref("sources", citation=True, reported_by="terms-cite-a-source")] = Field(
        default=LEFT_OUT, description='A source, a comma and the place in it, or "ours".'
    )
    related: Some[TermRef] = ()
    roles: Some[RoleRef] = ()
    pages: Some[Annotated[Id, Ref(*EXPLAINED_ON)]] = Field(default=(), description="Standards, options, principles or stages that explain it further.")
    in_brief: Words | None = Field(default=None, description="A few words of meaning, shown in brackets the first time a page uses the term.")
    in_text: YesNo = Field(default=True, description='"no" if it is too common a word to be marked in a text.')


class GlossaryFile(Record):
    """The whole of ``content/glossary.yaml``."""

    terms: Some[Term] = ()
