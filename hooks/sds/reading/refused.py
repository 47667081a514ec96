"""One thing that a model refused, with its place in the file, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sds.problem import FieldPath, Replacement
from sds.reading.expected import ExpectedFields
from sds.reading.field_forms import line_for
from sds.reading.yaml_lines import field_or_item, word_mended
from sds.reading.yaml_text import Document, Value


class Told(NamedTuple):
    """What is wrong, what to write, and where that is one line and nothing else to choose, what it takes the place of."""

    wrong: str
    instead: str
    replacement: Replacement | None = None


@dataclass(frozen=True)
class Refused:
    """One thing that ``model`` refused in ``document``, and where. ``meant`` is the missing field that an unknown one stands for."""

    detail: ErrorDetails
    place: FieldPath
    document: Document
    model: type[BaseModel]
    expected: ExpectedFields
    meant: str = field(default="", kw_only=True)

    @property
    def field(self) -> str:
        """The name of the nearest field at or above the place."""
        return _field(self.place)

    @property
    def item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.place) and isinstance(self.place[-1], int)

    @property
    def given(self) -> Any:
        return self.detail["input"]

    @property
    def record(self) -> str:
        """What an editor calls the record that holds it, to begin a sentence with."""
        return name_at(self.document, self.place[:-1])

    @property
    def where(self) -> str:
        """The field and the record in a sentence: ``"why" of "water-g1"``."""
        return f'"{self.field}" of {lower(self.record)}'

    @property
    def line(self) -> str:
        """The line to write there."""
        return line_for(self.place, self.model)

    def replaced_by(self, written: str) -> Replacement | None:
        """``written`` in place of the field or the item, where that has lines of its own."""
        return field_or_item(self.document.text.split("\n"), self.document.line(self.place), "" if self.item else self.field, written)

    def mended(self, word: str, meant: str) -> Replacement | None:
        """``meant``, where it is sure, in place of ``word`` on the line where it stands."""
        return word_mended(self.document.text.split("\n"), self.document.line(self.place), word, meant) if meant else None


def _field(place: FieldPath) -> str:
    """The name of the nearest field at or above ``place``."""
    return next((str(step) for step in reversed(place) if isinstance(step, str)), "this file")


def name_at(document: Document, place: FieldPath) -> str:
    """What an editor calls the record at ``place``: its id where it has one, else its position."""
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
    return name[0].lower() + name[1:]
