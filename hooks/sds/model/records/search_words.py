"""``content/search.yaml``: the word lists of the search (synonyms, stop words, phrasings of pages), in addition to the names in the framework."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from sds.model.field_error import FieldError
from sds.model.field_types import Sentences, Text, Words
from sds.model.records.base import Record, Some
from sds.model.records.refs import ContactRef


class NotCovered(Record):
    """A subject that people ask for and the site has nothing on: the search says so, and leads to who can help."""

    title: Words = Field(description="The subject, as the search says that it is not covered here.")
    say: Sentences = Field(description="What the site does not cover, and who does. The search shows about 200 characters.")
    contact: ContactRef | None = Field(
        default=None, description="The contact that the answer leads to. Left out where none of them helps with it: the answer leads to all of them."
    )
    asked_as: Some[Text] = Field(min_length=1, description="The words and questions by which people ask for it.")


LIST_IN_PHRASE = re.compile(r"<([^<>]*)>")
"""A placeholder for a list of words, ``<name>``, in a phrase about danger."""


def _closed(phrase: str) -> str:
    """A phrase about danger. Raises FieldError if a < or > has no partner: such a phrase would never match."""
    if found := re.search(r"<[^<>]*$|<[^<>]*(?=<)|^[^<]*>", LIST_IN_PHRASE.sub("", phrase)):
        wrong = f'There is only one of < and > in "{phrase}".'
        raise FieldError(wrong, f"Write both around the name of a list, as in <{found[0].strip('<> ').partition(' ')[0] or '...'}>.")
    return phrase


Phrase = Annotated[Text, AfterValidator(_closed)]


class DangerWords(Record):
    """How people tell that someone may be in danger. The search then shows the numbers to call before all answers."""

    words: dict[str, Some[Text]] = Field(default={}, description="Lists of words by name. A phrase can have <name> where any word of that list may stand.")
    say: Some[Phrase] = Field(
        min_length=1, description="Phrases that tell of danger: their words in this order, with other endings too, and up to 3 other words between two of them."
    )
    maybe: Some[Phrase] = Field(
        default=(),
        description="Phrases that tell of other matters as often. The numbers are shown for them too, but another situation that is surely told comes first.",
    )
    together: Some[Phrase] = Field(default=(), description="Phrases that tell of danger only where their words are next to each other.")
    only: Some[Text] = Field(default=(), description="Words that tell of danger where nothing else is typed.")
    unless: Some[Phrase] = Field(
        default=(), description="Phrases that tell of something else where their words are next to each other, so these are left out first."
    )
    about: Some[Text] = Field(
        default=(), description="Words, in each of their forms, of those who ask about a subject. With one of them, and nobody spoken of, no danger is told."
    )
    subjects: Some[Text] = Field(
        default=(),
        description="Words of danger that name a subject too. With a word under about or beside, and nobody spoken of but us, they tell of no danger.",
    )
    beside: Some[Text] = Field(default=(), description="Words that stand beside a subject where someone asks about it, as in: fraud in direct payments.")
    right: Some[Text] = Field(
        default=(), description="Words that are spelt like one of those above and mean something else. They are not taken for a misspelling of it."
    )

    @model_validator(mode="after")
    def _lists_are_there(self) -> Self:
        for phrase in (*self.say, *self.maybe, *self.together, *self.unless):
            for name in LIST_IN_PHRASE.findall(phrase):
                if name not in self.words:
                    raise FieldError(f'"{phrase}" names the list "{name}", which is not there.', f"Name one of these: {', '.join(self.words) or 'none yet'}.")
        return self


class SearchWords(Record):
    """The whole of ``content/search.yaml``. The search reads every word in small letters and without accents."""

    alike: Some[Some[Text]] = Field(default=(), description="Words that people use to mean the same thing, each group in a list.")
    stop: Some[Text] = Field(default=(), description="Words that say nothing about what is asked, so the search ignores them.")
    fillers: Some[Text] = Field(default=(), description="Words that say nothing wherever they are, so a question is the same with and without them.")
    slight: Some[Text] = Field(default=(), description="Words that count for little next to others.")
    kin: Some[Text] = Field(default=(), description="Words for who it is about, which count least.")
    owners: Some[Text] = Field(default=(), description="Words that come before one of kin to say whose matter it is, as in: my mum's.")
    me: Some[Text] = Field(default=(), description="Words by which people ask for themselves or their own family.")
    story: Some[Text] = Field(default=(), description="Words that people use to say what others did or what happened, as well as those under me and kin.")
    ours: Some[Text] = Field(
        default=(), description="Words under story that people at work use of their own work, so from them they tell of nothing that has happened."
    )
    danger: DangerWords | None = Field(default=None, description="How people tell that someone may be in danger.")
    work: Some[Text] = Field(default=(), description="Words that people at work use and those who ask for themselves do not.")
    meaning: Some[Text] = Field(default=(), description="Words with which someone asks what a thing is.")
    questions: Some[Text] = Field(default=(), description="Words with which a question begins. It asks for something and tells of nothing that has happened.")
    kinds: dict[str, Some[Text]] = Field(
        default={}, description="Words by which people ask for a kind of thing: the kind as the address of the search names it, and the words."
    )
    pages: dict[str, Some[Text]] = Field(
        default={}, description="Places that have no asked_as: the address of each, and the words or whole questions by which people ask for it."
    )
    not_covered: Some[NotCovered] = Field(default=(), description="Subjects that people ask for and the site has nothing on.")
    numbers: Some[Text] = Field(default=(), description="Words for numbers, from zero on.")
    number: Some[Text] = Field(default=(), description="What may come before a number and is left out.")
    variants: dict[str, Text] = Field(default={}, description="Local and informal words, and the usual word for each.")
    forms: dict[str, Some[Text]] = Field(
        default={}, description="A word, and its forms that differ by more than an ending. The search takes each form for the word."
    )
    contractions: dict[str, Text] = Field(
        default={}, description="Two words run into one, with their straight apostrophe, and the words. The search reads them without the apostrophe too."
    )
    not_contractions: Some[Text] = Field(default=(), description="Words that are no contractions without an apostrophe, because they are other words too.")
    short: dict[str, Text] = Field(default={}, description="Short forms that come before a number, and the word for each.")
