"""The text of a letter, with empty fields or with the fields filled in.

``overrides/assets/js/my-words/letter.js`` fills in the same letters in the browser, by the same rules.
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
"""Words that never begin a name. An answer in the middle of a sentence gets a small first letter only if it begins with one of these, or if its field is a long
one."""

Value: TypeAlias = str | Sequence[str] | Sequence[Sequence[str]]
"""The content of a field: text, the ids of the ticked choices, or the rows of a table."""


@dataclass(frozen=True, slots=True)
class Written:
    """A part of a finished letter: its kind (an address, a date, a heading, a paragraph or the close) and its lines."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of an empty letter: text and fields in turn. ``alone`` is true if the line is a single field."""

    pieces: tuple[str | TemplateField, ...]

    @property
    def alone(self) -> bool:
        return len(self.pieces) == 1 and isinstance(self.pieces[0], TemplateField)


def boxes_in(words: str) -> list[str]:
    """The ids of the fields that a line names in braces, as in ``{name}``."""
    return BOX.findall(words)


def line_words(line: str | LetterLine) -> str:
    """The text of a line, with its fields in braces."""
    return line.words if isinstance(line, LetterLine) else line


def blank_lines(template: Template, part: LetterPart) -> list[Blank]:
    """The lines of a part, with empty fields."""
    fields = {field.id: field for field in template.fields}
    made = []
    for line in part.lines:
        pieces: list[str | TemplateField] = list(BOX.split(line_words(line)))
        pieces[1::2] = [fields[str(id)] for id in pieces[1::2]]
        made.append(Blank(tuple(piece for piece in pieces if piece != "")))
    return made


def written(template: Template, values: Mapping[str, Value]) -> list[Written]:
    """The letter with ``values`` in its fields. A line is left out if one of its fields is empty, and a part if all its lines are."""
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
    """A line with its fields filled in; an empty string if one of them has no value."""
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
    """The content of a field as the letter says it."""
    if isinstance(value, str):
        ends = field.kind != "long" or field.names_someone or SENTENCE.search(value)
        return value if ends else f"{value}."
    says = [choice.in_letter or choice.text for choice in field.choices if choice.id in value]
    if all(SENTENCE.search(words) for words in says):
        return " ".join(says)
    return " and ".join([", ".join(says[:-1]), says[-1]] if says[1:] else says)
