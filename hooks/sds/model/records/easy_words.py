"""``content/easy-read/words/``: lists of the words that easy read may use, and of words to avoid with easier ones."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import Field

from sds.model.field_types import Text, Words
from sds.model.records.base import InBraces, Record, Some


class AvoidEntry(InBraces):
    """Words to leave out, in any form, and the easier ones."""

    words: Some[Text] = Field(min_length=1)
    write: Words = Field(description="What to write, as an editor reads it after the word Write.")


class WordsToAvoid(Record):
    """The whole of ``words-to-avoid.yaml``."""

    never: Some[AvoidEntry] = Field(default=(), description="Hard words: an error unless bold and in the word bank (rule ER17).")
    same: Some[AvoidEntry] = Field(default=(), description="Other words for a thing that has one word here: a warning (rule ER21).")
    sayings: Some[AvoidEntry] = Field(default=(), description="Sayings, pictures in words and foreign words: a warning (rule ER26).")


@dataclass(frozen=True)
class EasyWords:
    """The lists together. A framework without them is not judged by its words."""

    common: frozenset[str] = frozenset()
    """Words people know: in small letters, or as written where they only count with a capital."""
    avoid: WordsToAvoid = field(default_factory=WordsToAvoid)
