"""What a rule looks at: a page or a meaning as parts and sentences, each with its place in its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sds.easy_read.english import sentences, words
from sds.easy_read.hard_words import pieces, plain
from sds.model.records import Block, EasyPage, Line, Term
from sds.problem import FieldPath


@dataclass(frozen=True)
class Sentence:
    """One sentence as it was written, stars and all, and its place in the record."""

    text: str
    place: FieldPath

    @cached_property
    def plain(self) -> str:
        return plain(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words(self.text)

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The words in small letters, with straight apostrophes."""
        return tuple(word.lower().replace("\u2019", "'") for word in self.words)

    @cached_property
    def bold(self) -> tuple[str, ...]:
        """The hard words, each time one stands there."""
        return tuple(piece.words for piece in pieces(self.text) if piece.hard)


@dataclass(frozen=True)
class Part:
    """A block, a statement in easy words, or the meaning of a word."""

    kind: Literal["block", "line", "meaning"]
    place: FieldPath
    picture: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Text:
    """A page (with ``page``) or the easy meaning of a word (without)."""

    kind: str
    id: str
    title: Sentence | None
    parts: tuple[Part, ...]
    page: EasyPage | None = None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in the order of reading, the title left out."""
        return tuple(sentence for part in self.parts for sentence in part.sentences)

    @cached_property
    def all(self) -> tuple[Sentence, ...]:
        """The title and every sentence."""
        return (*((self.title,) if self.title else ()), *self.sentences)

    @property
    def blocks(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind == "block")


def of_page(page: EasyPage) -> Text:
    """An easy-read page as a text, in the order of reading."""

    def block(index: int, block: Block) -> Part:
        place: FieldPath = ("blocks", index)
        some = (Sentence(text, (*place, "words", line)) for line, item in enumerate(block.words) for text in sentences(item))
        return Part("block", place, block.picture, tuple(some))

    def line(index: int, line: Line) -> Part:
        place: FieldPath = ("lines", index)
        return Part("line", place, line.picture, tuple(Sentence(text, (*place, "text")) for text in line.words))

    blocks = [block(index, one) for index, one in enumerate(page.blocks)]
    lines = [line(index, one) for index, one in enumerate(page.lines)]
    before = len(page.opening)
    parts = (*blocks[:before], *lines, *blocks[before:])
    return Text("easy_read", page.key, Sentence(page.title, ("title",)), parts, page)


def of_term(term: Term) -> Text:
    """The easy meaning of a word as a text."""
    place: FieldPath = ("easy",)
    return Text("terms", term.id, None, (Part("meaning", place, "", tuple(Sentence(text, place) for text in sentences(term.easy))),))
