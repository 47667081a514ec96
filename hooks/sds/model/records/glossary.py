"""``content/glossary.yaml``: terms."""

from __future__ import annotations

from pydantic import Field

from sds.model.field_types import Id, Text, Words, YesNo
from sds.model.records.base import Record, Some


class Term(Record):
    """A term, its plain and easy-read meanings, and the other words people use for it."""

    id: Id
    term: Text
    meaning: Words
    easy: Words
    also_called: Some[Text]
    source: Text = Field(description='A source, a comma and the place in it, or "ours".')
    related: Some[Id] = ()
    roles: Some[Id] = ()
    pages: Some[Id] = Field(default=(), description="Standards, options, principles or stages that explain it further.")
    in_text: YesNo = Field(default=True, description='"no" if it is too common a word to be marked where it stands in a text.')


class GlossaryFile(Record):
    """The whole of ``content/glossary.yaml``."""

    terms: Some[Term]
