"""An easy-read rule: its class, what it finds, and what it may look up."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from sds.easy_read.english import bases
from sds.easy_read.fingerprint import QUESTIONS, fingerprint
from sds.easy_read.hard_words import hard_words
from sds.easy_read.phrases import Names
from sds.easy_read.text import Text
from sds.easy_read.word_bank import Bank, bank_of
from sds.model.framework import Framework
from sds.model.records import AvoidEntry, EasyPage, Term
from sds.paths import EASY_READ, GLOSSARY
from sds.problem import FieldPath, Level
from sds.reading.locations import STANDARD, STANDARD_FILE, Locations
from sds.rule import Example, Rule, asked

EASY_PAGES = f"{EASY_READ}/pages.yaml"
"""The file of easy-read pages in the tests' framework about a shared garden, from which the examples of rules come."""


@dataclass(frozen=True)
class Found:
    """Something that breaks a rule: the level, the field path in the record, what is wrong, what to write instead, the unknown id, if that is what is
    wrong, and the kind and id of a record that is named and that no file has."""

    level: Level
    place: FieldPath
    wrong: str
    instead: str
    unknown: str = ""
    gone: str = field(default="", kw_only=True)


def error(place: FieldPath, wrong: str, instead: str, unknown: str = "", *, gone: str = "") -> Found:
    """An error: it stops a build."""
    return Found("error", place, wrong, instead, unknown, gone=gone)


def warning(place: FieldPath, wrong: str, instead: str) -> Found:
    """A warning: it is only reported."""
    return Found("warning", place, wrong, instead)


def files_of_record(page: EasyPage, where: Locations) -> Iterator[str]:
    """The paths of the files with the full record of an easy-read page. A standard is in two."""
    kinds = (STANDARD, STANDARD_FILE) if page.kind in {STANDARD, QUESTIONS} else (page.kind,)
    return (where.file_of(kind, page.id) for kind in kinds if (kind, page.id) in where.places)


@dataclass(frozen=True)
class Given:
    """What a rule may look up besides the text: the framework with its word lists and word bank, the lines of its files, and today's date."""

    framework: Framework
    where: Locations
    today: datetime.date

    @cached_property
    def bank(self) -> Bank:
        return bank_of(self.framework.terms)

    @cached_property
    def alts(self) -> dict[str, str]:
        """The alt text of each picture by its id."""
        return {picture.id: picture.alt for picture in self.framework.pictures}

    def whole(self, page: EasyPage) -> bool:
        """Whether the files of the page's full record have no part that was set aside because of an error: only then are its words known."""
        return not any(map(self.where.aside.get, files_of_record(page, self.where)))

    def words_now(self, page: EasyPage) -> str:
        """The current fingerprint of the full record of an easy-read page; an empty string when it has none. Cached."""
        key = (page.kind, page.id)
        if key not in self._now:
            self._now[key] = fingerprint(self.framework, *key)
        return self._now[key]

    @cached_property
    def _now(self) -> dict[tuple[str, str], str]:
        return {}

    def ids(self, kind: str) -> Collection[str]:
        """The ids of one kind in the files, in order, including records that were set aside because of an error."""
        return self._ids.get(kind, {}).keys()

    @cached_property
    def _ids(self) -> dict[str, dict[str, str]]:
        return self.where.ids()

    @cached_property
    def bank_is_whole(self) -> bool:
        """Whether every term could be read. If not, a word that is missing from the word bank may belong to a term that was set aside."""
        return not self.where.aside.get(GLOSSARY)

    @cached_property
    def hard(self) -> Names[Term]:
        """The terms of all words that are bold on any easy-read page."""
        texts = (text for page in self.framework.easy_read for text in page.sentences)
        return Names((word, term) for word in hard_words(texts) if (term := self.bank.term(word)))

    @cached_property
    def never(self) -> Names[AvoidEntry]:
        """The hard words to avoid, from ``words-to-avoid.yaml`` (rule ER17)."""
        return _names(self.framework.easy_words.avoid.never)

    @cached_property
    def same(self) -> Names[AvoidEntry]:
        """Other words for things that always have the same word in easy read (rule ER21)."""
        return _names(self.framework.easy_words.avoid.same)

    @cached_property
    def sayings(self) -> Names[AvoidEntry]:
        """Figures of speech to avoid (rule ER26)."""
        return _names(self.framework.easy_words.avoid.sayings)

    def knows(self, word: str) -> bool:
        """Whether a word, a base form of it, or each part between its hyphens is on the lists of common words. Numbers always are."""
        common = self.framework.easy_words.common
        if word[0].isdigit() or word in common or any(base in common for base in bases(word)):
            return True
        return "-" in word and all(self.knows(piece) for piece in word.split("-") if piece)


def _names(entries: Iterable[AvoidEntry]) -> Names[AvoidEntry]:
    return Names((name, entry) for entry in entries for name in entry.words)


EasyReadLook: TypeAlias = Callable[[Text, Given], Iterator[Found]]


@dataclass(frozen=True, kw_only=True)
class EasyReadRule(Rule[EasyReadLook]):
    """A rule of easy read. ``pages_only`` rules are not applied to the easy meanings of words, or to forms.

    ``full_too`` rules depend also on the records of full pages, or on the date; what the others find depends on the easy-read files alone.
    """

    pages_only: bool
    full_too: bool

    @property
    def number(self) -> str:
        """The id without the part after a full stop: ``ER35`` for ``ER35.2``. It begins each message of the rule."""
        return self.id.partition(".")[0]


def rule(
    id: str,
    title: str,
    *,
    error: str = "",
    warning: str = "",
    source: str,
    example: Example,
    pages_only: bool = False,
    full_too: bool = False,
) -> Callable[[EasyReadLook], EasyReadRule]:
    """A decorator that makes a rule of a function. ``error`` describes what it reports as an error and ``warning`` what as a warning; one may be empty.

    The other arguments are fields of ``EasyReadRule``.
    """
    words: tuple[tuple[Level, str], ...] = (("error", error), ("warning", warning))
    levels = {level: text for level, text in words if text}

    def made(look: EasyReadLook) -> EasyReadRule:
        return EasyReadRule(
            id=id,
            title=title,
            asks=asked(look),
            levels=levels,
            example=example,
            source=source,
            look=look,
            pages_only=pages_only,
            full_too=full_too,
        )

    return made
