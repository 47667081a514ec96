"""``content/easy-read/*.yaml``: the easy-read version of pages, in blocks of a picture and a few sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from sds.model.field_error import FieldError
from sds.model.field_types import Colour, Date, Id, Sentences, Text, Words
from sds.model.marks import NotRead, Ref, WholeSentences
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.refs import ONE_OF, ContactOrPurposeRef, EasyPageRef, SituationRef

MOST_SEEN = 125
"""The most characters of a picture's alt text (rule ER06)."""
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
FEWEST_SEEN = 5
"""Characters. A sentence that says what is seen has more, even in a script in which each stands for a word."""


def _short(value: str) -> str:
    if len(value) > MOST_SEEN:
        raise FieldError(f"These words have {len(value)} characters; the maximum is {MOST_SEEN}.", "Say only what is seen and matters.")
    if len(value) < FEWEST_SEEN:
        raise FieldError(f'"{value}" does not say what is seen.', "Say who or what is in the picture, and what happens, in a sentence.")
    return value


PictureRef = Annotated[
    Id,
    Field(description="The id of a picture. Rule ER04 asks for one; where it is missing the words still show."),
    Ref("pictures", reported_by="ER04"),
]
Seen = Annotated[Words, AfterValidator(_short), Field(json_schema_extra={"maxLength": MOST_SEEN})]


class Block(Record):
    """One idea: a picture and one to three short sentences. Words between two pairs of stars are hard words, in bold."""

    picture: PictureRef = ""
    words: Some[Words] = Field(min_length=1)
    resource: Annotated[Id, Ref("resources", reported_by="ER35.1")] | None = Field(
        default=None, description="A resource that tells more: the block links to its page."
    )
    contact: ContactOrPurposeRef | None = Field(default=None, description="Who to contact: the block shows how.")
    situation: SituationRef | None = Field(default=None, description="A situation that tells more: the block links to its easy-read page.")


class Line(InBraces):
    """A statement for supported people, said in easy words."""

    action: Annotated[Id, Ref("actions", reported_by="ER35.3")]
    picture: PictureRef = ""
    text: Words

    @property
    def words(self) -> tuple[str, ...]:
        """The sentences of the line, as those of a block."""
        return tuple(SENTENCE_END.split(self.text))


class Question(InBraces):
    """What people are asked about one core component, in easy words: one question, which can be answered with yes or no."""

    component: Annotated[Id, Ref("components")]
    picture: PictureRef = ""
    text: Words

    @property
    def words(self) -> tuple[str, ...]:
        """The one sentence of the question, as those of a block."""
        return (self.text,)


class CheckedBy(InBraces):
    """Who checked a page: a group of people who use easy read, and the day."""

    by: Words
    when: Date


class EasyPage(Record):
    """The easy-read twin of one page, a page of its own (kind ``topics``), or questions about one standard (kind ``questions``)."""

    kind: Literal["home", "situations", "standards", "principles", "options", "roles", "stages", "topics", "questions"]
    id: Annotated[Id, Ref(kind_in="kind", kind_as={"questions": "standards"}, called=ONE_OF, reported_by="ER35.1")] = Field(
        description="The id of the record that it puts into easy read; for questions, the standard they ask about; for a topic, an id of its own."
    )
    title: Words = Field(description="Its title, in easy words.")
    asked_as: Some[Words] = Field(default=(), description="Other words that people use to ask about it. Only the search uses these.")
    blocks: Some[Block] = Field(min_length=1, description="Pictures with their words, one idea in each.")
    lines: Some[Line] = Field(default=(), description="The statements that the page puts into easy words.")
    questions: Some[Question] = Field(default=(), description="Only where the kind is questions: at most one for each component of the standard.")
    words_from: Text | None = Field(
        default=None, description="The fingerprint of the full page's words when this was written or last checked; the checker gives it."
    )
    group: Words | None = Field(default=None, description="Its heading in the list of its kind. Leave it out if the list is short.")
    choices: Some[EasyPageRef] = Field(default=(), max_length=3, description="Only on the home page: what it leads to first, the most pressing at the top.")
    formerly: Some[Text] = Field(default=(), description='The kind and id that the page had before, as in "topics/how-to-complain".')
    checked: CheckedBy | None = Field(default=None, description="Left out until people who use easy read have checked it.")

    @property
    def key(self) -> str:
        """The id by which other records name the page: its kind and its id, as in ``standards/recording``."""
        return f"{self.kind}/{self.id}"

    @property
    def about(self) -> str:
        """The kind of the record that the page is about."""
        return "standards" if self.kind == "questions" else self.kind

    @property
    def opening(self) -> tuple[Block, ...]:
        """The blocks before the statements: only the first, which says what the page is about, or all blocks if there are no statements."""
        return self.blocks[:1] if self.lines else self.blocks

    @property
    def rest(self) -> tuple[Block, ...]:
        """The blocks after the statements: what a reader can do and ask for comes before what others should do."""
        return self.blocks[len(self.opening) :]

    @property
    def parts(self) -> Iterator[Block | Line | Question]:
        """The blocks, statements and questions of the page, in reading order."""
        yield from self.opening
        yield from self.lines
        yield from self.rest
        yield from self.questions

    @property
    def sentences(self) -> tuple[str, ...]:
        """The texts of the page except its title, in reading order."""
        return tuple(words for part in self.parts for words in part.words)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The ids of the pictures of the page's parts, in reading order."""
        return tuple(part.picture for part in self.parts)


class EasyReadFile(Record):
    """The whole of one file in ``content/easy-read/``."""

    pages: Some[EasyPage]


class Picture(InBraces):
    """A picture: what it means everywhere, what is seen, and where it may be used."""

    id: Id
    meaning: Words = Field(description="What the picture means.")
    alt: Annotated[Seen, WholeSentences()] = Field(description="What the picture shows, for people who cannot see it.")
    use: Sentences = Field(description="When to use it.")
    scene: Annotated[Some[dict[str, Text]], NotRead()] = Field(min_length=1, description="The parts of the drawing in order, each with its place and colours.")


class Rights(InBraces):
    """Who made the pictures, under which licence anyone may use them, and what they are made of."""

    creator: Words
    licence: Words
    source: Words


class PicturesFile(Record):
    """The whole of ``content/easy-read/pictures.yaml``."""

    rights: Rights
    palette: dict[str, Colour]
    pictures: Some[Picture]
