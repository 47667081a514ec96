"""The input of easy-read rules: a page, a form or a meaning as parts and sentences, each with its field path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sds.easy_read.english import sentences, words
from sds.easy_read.hard_words import pieces, plain
from sds.model.records import Block, EasyPage, Line, Question, Template, Term
from sds.model.records.templates import EasyField
from sds.problem import FieldPath


@dataclass(frozen=True)
class Sentence:
    """One sentence as written, including the stars of hard words, and its field path in the record."""

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
        """The hard words in the sentence, repeated ones too."""
        return tuple(piece.words for piece in pieces(self.text) if piece.hard)


@dataclass(frozen=True)
class Part:
    """A block, a statement in easy words, the meaning of a word, or a question or a choice of a form."""

    kind: Literal["block", "line", "meaning", "question", "choice"]
    place: FieldPath
    picture: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Text:
    """An easy-read page (then ``page`` is set), an easy-read form, or the easy meaning of a word."""

    kind: str
    id: str
    title: Sentence | None
    parts: tuple[Part, ...]
    page: EasyPage | None = None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence except the title, in reading order."""
        return tuple(sentence for part in self.parts for sentence in part.sentences)

    @cached_property
    def all(self) -> tuple[Sentence, ...]:
        """The title and every sentence."""
        return (*((self.title,) if self.title else ()), *self.sentences)

    @property
    def blocks(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind == "block")


def of_page(page: EasyPage) -> Text:
    """An easy-read page as a text, in reading order."""

    def block(index: int, block: Block) -> Part:
        place: FieldPath = ("blocks", index)
        some = (Sentence(text, (*place, "words", line)) for line, item in enumerate(block.words) for text in sentences(item))
        return Part("block", place, block.picture, tuple(some))

    def line(index: int, line: Line) -> Part:
        place: FieldPath = ("lines", index)
        return Part("line", place, line.picture, tuple(Sentence(text, (*place, "text")) for text in line.words))

    def question(index: int, question: Question) -> Part:
        return Part("question", ("questions", index), question.picture, _sentences(question.text, ("questions", index, "text")))

    blocks = [block(index, one) for index, one in enumerate(page.blocks)]
    lines = [line(index, one) for index, one in enumerate(page.lines)]
    before = len(page.opening)
    parts = (*blocks[:before], *lines, *blocks[before:], *(question(index, one) for index, one in enumerate(page.questions)))
    return Text("easy_read", page.key, Sentence(page.title, ("title",)), parts, page)


def of_form(template: Template) -> Text:
    """The easy-read form of a template as a text: its title, its introduction, and each question with its hint and choices."""
    form = template.easy
    assert form

    def question(index: int, field: EasyField) -> Part:
        place: FieldPath = ("easy", "fields", index)
        asked = [Sentence(text, (*place, "label")) for text in sentences(field.label)]
        hints = [Sentence(text, (*place, "hint")) for text in sentences(field.hint or "")]
        return Part("question", place, field.picture, (*asked, *hints))

    def choices(index: int, field: EasyField) -> Iterator[Part]:
        for at, choice in enumerate(field.choices):
            place: FieldPath = ("easy", "fields", index, "choices", at, "label")
            yield Part("choice", place, field.picture, tuple(Sentence(text, place) for text in sentences(choice.label)))

    start = Part("question", ("easy",), form.picture, tuple(Sentence(text, ("easy", "intro", at)) for at, text in enumerate(form.intro)))
    parts = [part for index, field in enumerate(form.fields) for part in (question(index, field), *choices(index, field))]
    return Text("templates", template.id, Sentence(form.title, ("easy", "title")), (start, *parts))


def of_term(term: Term) -> Text:
    """The easy meaning of a word as a text."""
    place: FieldPath = ("easy",)
    return Text("terms", term.id, None, (Part("meaning", place, "", _sentences(term.easy, place)),))


def _sentences(text: str, place: FieldPath) -> tuple[Sentence, ...]:
    return tuple(Sentence(sentence, place) for sentence in sentences(text))
