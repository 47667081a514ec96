"""``content/easy-read/*.yaml``: the easy-read twin of each page, in blocks of one picture and a few words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from sds.model.field_types import Colour, Date, FieldError, Id, Text, Words
from sds.model.marks import Ref
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.refs import ONE_OF, ContactOrPurposeRef, SituationRef

MOST_SEEN = 125
"""How many characters the words for a picture have at the most (rule ER06)."""


def _short(value: str) -> str:
    if len(value) > MOST_SEEN:
        raise FieldError(f"These words have {len(value)} characters; {MOST_SEEN} are the most.", "Say only what is seen and matters.")
    return value


PictureRef = Annotated[
    Id,
    Field(description="The id of a picture. Rule ER04 asks for one; where it is missing the words still show."),
    Ref("pictures", told_by="ER04"),
]
Seen = Annotated[Words, AfterValidator(_short), Field(json_schema_extra={"maxLength": MOST_SEEN})]


class Block(Record):
    """One idea: a picture and one to three short sentences. Words between two pairs of stars are hard words, in bold."""

    picture: PictureRef = ""
    words: Some[Words] = Field(min_length=1)
    resource: Annotated[Id, Ref("resources", told_by="ER35.1")] | None = Field(
        default=None, description="A resource that tells more: the block leads to its page."
    )
    contact: ContactOrPurposeRef | None = Field(default=None, description="Whom to reach: the block shows how.")
    situation: SituationRef | None = Field(default=None, description="A situation that tells more: the block leads to its easy-read page.")


class Line(InBraces):
    """A statement for supported people, said in easy words."""

    action: Annotated[Id, Ref("actions", told_by="ER35.3")]
    picture: PictureRef = ""
    text: Words


class Question(InBraces):
    """What people are asked about one core component, in easy words: one question, which can be answered with yes or no."""

    component: Annotated[Id, Ref("components")]
    picture: PictureRef = ""
    text: Words


class CheckedBy(InBraces):
    """Who checked a page: a group of people who use easy read, and the day."""

    by: Words
    when: Date


class EasyPage(Record):
    """The easy-read twin of one page, a page of its own (kind ``topics``), or questions about one standard (kind ``questions``)."""

    kind: Literal["home", "situations", "standards", "principles", "options", "roles", "stages", "topics", "questions"]
    id: Annotated[Id, Ref(kind_in="kind", kind_as={"questions": "standards"}, called=ONE_OF, told_by="ER35.1")] = Field(
        description="The id of the record it is the twin of; for questions, the standard they ask about; for a topic, an id of its own."
    )
    title: Words
    asked_as: Some[Words] = Field(default=(), description="How people ask about it in quite other words. Only the search reads these.")
    blocks: Some[Block] = Field(min_length=1)
    lines: Some[Line] = ()
    questions: Some[Question] = Field(default=(), description="Only where the kind is questions: at most one for each component of the standard.")
    words_from: Text | None = Field(
        default=None, description="The fingerprint of the full page's words when this was written or last checked; the checker gives it."
    )
    formerly: Some[Text] = Field(default=(), description='The kind and id that the page had before, as in "topics/how-to-complain".')
    checked: CheckedBy | None = Field(default=None, description="Left out until people who use easy read have checked it.")

    @property
    def key(self) -> str:
        """The id by which others name it: its kind and its own, as in ``standards/recording``."""
        return f"{self.kind}/{self.id}"

    @property
    def about(self) -> str:
        """The kind of the record that it is about."""
        return "standards" if self.kind == "questions" else self.kind

    @property
    def sentences(self) -> tuple[str, ...]:
        """The words of its blocks, of its statements and of its questions, in the order of reading."""
        blocks = (words for block in self.blocks for words in block.words)
        return (*blocks, *(line.text for line in self.lines), *(question.text for question in self.questions))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures beside them, in the same order."""
        blocks, lines, questions = self.blocks, self.lines, self.questions
        return (*(one.picture for one in blocks), *(one.picture for one in lines), *(one.picture for one in questions))


class EasyReadFile(Record):
    """The whole of one file in ``content/easy-read/``."""

    pages: Some[EasyPage]


class Picture(InBraces):
    """A picture: what it means everywhere, what is seen, and where it may be used."""

    id: Id
    meaning: Words
    alt: Seen
    use: Words
    scene: Some[dict[str, Text]] = Field(min_length=1, description="The parts of the drawing in order, each with its place and colours.")


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
