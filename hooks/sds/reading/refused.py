"""A validation error with its place in the file, and the message for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sds.problem import FieldPath, Problem, Replacement
from sds.reading.expected import ExpectedFields
from sds.reading.field_forms import line_for
from sds.reading.yaml_lines import field_or_item, word_mended
from sds.reading.yaml_text import Document, Value


class Message(NamedTuple):
    """A message: what is wrong, what to write instead, the replacement if there is just one text to write, the name of the field that is missing, the
    words that are no id, with the kinds of record that they may name, and the line, if it is not that of the place."""

    wrong: str
    instead: str
    replacement: Replacement | None = None
    lacks: str = ""
    unknown: str = ""
    kinds: tuple[str, ...] = ()
    line: int = 0

    def problem(self, path: str, line: int) -> Problem:
        """The message as a problem at a place in a file."""
        return Problem(
            path,
            self.line or line,
            self.wrong,
            self.instead,
            replacement=self.replacement,
            lacks=self.lacks,
            unknown=self.unknown,
            kinds=self.kinds,
        )


@dataclass(frozen=True)
class Refused:
    """A Pydantic error (``detail``) of ``model`` at the field path ``place`` in ``document``. ``meant`` is the missing field of which an unknown one is most
    likely a misspelling."""

    detail: ErrorDetails
    place: FieldPath
    document: Document
    model: type[BaseModel]
    expected: ExpectedFields
    meant: str = field(default="", kw_only=True)

    @property
    def field(self) -> str:
        """The name of the nearest field at or above ``place``."""
        return field_name(self.place)

    @property
    def item(self) -> bool:
        """Whether ``place`` is a list item."""
        return bool(self.place) and isinstance(self.place[-1], int)

    @property
    def given(self) -> Any:
        return self.detail["input"]

    @property
    def record(self) -> str:
        """The name of the record around ``place`` for the start of a sentence: ``"water-g1"`` or ``Item 2 of "actions"``."""
        return name_at(self.document, self.place[:-1])

    @property
    def where(self) -> str:
        """The field and its record for use in a sentence: ``"why" of "water-g1"``."""
        return f'"{self.field}" of {lower(self.record)}'

    @property
    def line(self) -> str:
        """An example line to write at ``place``."""
        return line_for(self.place, self.model)

    def replaced_by(self, written: str) -> Replacement | None:
        """``written`` in place of the field or list item; None if it does not have lines of its own."""
        return field_or_item(self.document.text.split("\n"), self.document.line(self.place), "" if self.item else self.field, written)

    def mended(self, word: str, meant: str) -> Replacement | None:
        """``meant`` in place of ``word`` on the line of ``place``; None if ``meant`` is empty or the line is ambiguous."""
        return word_mended(self.document.text.split("\n"), self.document.line(self.place), word, meant) if meant else None


def field_name(place: FieldPath) -> str:
    """The name of the nearest field at or above ``place``."""
    return next((str(step) for step in reversed(place) if isinstance(step, str)), "this file")


def name_at(document: Document, place: FieldPath) -> str:
    """The name of the record at ``place`` in messages: its id if it has one, else its position in the list."""
    value: Value = document.data
    name, list_name = "This file", ""
    for step in place:
        if isinstance(value, dict) and isinstance(step, str) and step in value:
            value, list_name = value[step], step
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            name = f'Item {step + 1} of "{list_name}"'
        else:
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            name = f'"{value["id"]}"'
    return name


def lower(name: str) -> str:
    """``name`` with its first letter in lower case, for use inside a sentence."""
    return name[0].lower() + name[1:]
