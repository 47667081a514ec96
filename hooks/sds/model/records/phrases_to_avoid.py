"""``content/words-to-avoid.yaml``: words and phrases to avoid on all pages, and what to write instead."""

from __future__ import annotations

from pydantic import Field

from sds.model.field_types import Text
from sds.model.records.base import Record, Some
from sds.model.records.easy_words import AvoidEntry


class PhraseToAvoid(AvoidEntry):
    """Words and phrases in the very forms given, and what to write."""

    unless: Some[Text] = Field(default=(), description="Longer phrases in which the words are right.")


class NotOurs(Record):
    """Where the words are not ours to choose: what people type or say, and lists of words."""

    fields: Some[Text] = Field(default=(), description="Names of fields.")
    files: Some[Text] = Field(default=(), description="Paths of files.")


class PhrasesToAvoid(Record):
    """The whole of ``content/words-to-avoid.yaml``."""

    not_ours: NotOurs = NotOurs.empty()
    never: Some[PhraseToAvoid] = Field(default=(), description="There is always a better way to say it: an error.")
    rarely: Some[PhraseToAvoid] = Field(default=(), description="Sometimes it is the right word: a warning.")
