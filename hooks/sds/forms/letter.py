"""A letter as it stands with its boxes empty, and as it reads when they are filled in.

``overrides/assets/js/my-words/letter.js`` fills the same letters in with what a reader types, by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sds.model.records.templates import LetterLine, LetterPart, Template, TemplateField

BOX = re.compile(r"\{([a-z0-9-]+)\}")
SENTENCE = re.compile(r"[.?!:][\"\u201d\u2019)]*$")
SMALL = re.compile(r"(?:My|Our|Your|His|Her|Their|The|A|An|To|For|That|About|Not)\b")
"""Words that are never the name of someone: only these become small inside a sentence, where a box holds few words."""

Value: TypeAlias = str | Sequence[str] | Sequence[Sequence[str]]
"""What a box holds: words, the ids of what is ticked, or rows."""


@dataclass(frozen=True, slots=True)
class Written:
    """A part of a letter in words: an address, a date, a heading, a paragraph or the close, line by line."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of a letter to fill in: words and boxes in turn. ``alone`` says that the line is nothing but one box."""

    pieces: tuple[str | TemplateField, ...]

    @property
    def alone(self) -> bool:
        return len(self.pieces) == 1 and isinstance(self.pieces[0], TemplateField)


def boxes_in(words: str) -> list[str]:
    """The ids of the boxes that a line names in braces."""
    return BOX.findall(words)


def line_words(line: str | LetterLine) -> str:
    """The words of a line, boxes in braces."""
    return line.words if isinstance(line, LetterLine) else line


def blank_lines(template: Template, part: LetterPart) -> list[Blank]:
    """The lines of a part with their boxes empty."""
    fields = {field.id: field for field in template.fields}
    made = []
    for line in part.lines:
        pieces: list[str | TemplateField] = list(BOX.split(line_words(line)))
        pieces[1::2] = [fields[str(id)] for id in pieces[1::2]]
        made.append(Blank(tuple(piece for piece in pieces if piece != "")))
    return made


def written(template: Template, values: Mapping[str, Value]) -> list[Written]:
    """The letter with ``values`` in its boxes. A line goes when a box that it names is empty; a part goes with its last line."""
    fields = {field.id: field for field in template.fields}
    said = {id: _said(fields[id], values[id]) for id in values if id in fields}
    parts = []
    for part in template.letter:
        kept = [line for line in part.lines if not (isinstance(line, LetterLine) and line.unless and said.get(line.unless))]
        lines = [words for line in kept if (words := _filled(line_words(line), said, fields))]
        if part.kind == "paragraph" and lines:
            lines = [" ".join(lines)]
        if lines:
            parts.append(Written(part.kind, tuple(lines)))
    return parts


def _filled(words: str, said: Mapping[str, str], fields: Mapping[str, TemplateField]) -> str:
    """A line with its boxes filled in; empty where one of them is."""
    boxes = boxes_in(words)
    if not all(said.get(id) for id in boxes):
        return ""
    if boxes and words == f"{{{boxes[0]}}}":
        return said[boxes[0]]

    def within(found: re.Match[str]) -> str:
        text = said[found[1]].removesuffix(".")
        small = fields[found[1]].kind == "long" or SMALL.match(text) is not None
        begins = re.search(r"(?:^|[:.?!])\s*$", words[: found.start()]) is not None
        return text if begins or not small else text[:1].lower() + text[1:]

    return re.sub(r"([.?!])\.$", r"\1", BOX.sub(within, words))


def _said(field: TemplateField, value: Value) -> str:
    """What a box holds, in the words of the letter."""
    if isinstance(value, str):
        ends = field.kind != "long" or field.names_someone or SENTENCE.search(value)
        return value if ends else f"{value}."
    says = [choice.in_letter or choice.text for choice in field.choices if choice.id in value]
    if all(SENTENCE.search(words) for words in says):
        return " ".join(says)
    return " and ".join([", ".join(says[:-1]), says[-1]] if says[1:] else says)
