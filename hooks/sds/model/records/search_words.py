"""``content/search.yaml``: what the search knows of everyday words, beside the names in the framework itself."""

from __future__ import annotations

from pydantic import Field

from sds.model.field_types import Text
from sds.model.records.base import Record, Some


class SearchWords(Record):
    """The whole of ``content/search.yaml``. The search reads every word in small letters and without accents."""

    alike: Some[Some[Text]] = Field(default=(), description="Words that people use for one another, a list for each lot.")
    stop: Some[Text] = Field(default=(), description="Words that say nothing of what is asked: they are not looked for.")
    slight: Some[Text] = Field(default=(), description="Words that count little beside others.")
    kin: Some[Text] = Field(default=(), description="Words for whose matter it is, which count least.")
    me: Some[Text] = Field(default=(), description="Words by which people ask for themselves or their own family.")
    numbers: Some[Text] = Field(default=(), description="Words for numbers, from zero on.")
    number: Some[Text] = Field(default=(), description="What may stand before a number and is left out.")
    short: dict[str, Text] = Field(default={}, description="Short forms that stand before a number, and the word for each.")
