"""Finds list items whose errors all follow from one slip: the first line of a record that is there twice, and items of a list whose name is missing above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sds.problem import FieldPath, Problem
from sds.reading.field_forms import fields_at, value_at
from sds.reading.yaml_lines import parts, replacement
from sds.reading.yaml_text import Document

Told: TypeAlias = tuple[tuple[FieldPath, ...], Problem]
"""The field paths of items of which nothing else needs to be reported, and the problem."""


def doubled(details: Sequence[ErrorDetails], document: Document) -> Iterator[Told]:
    """For each item that lacks fields, and has only what the next item has too: a problem at its line, which is there twice."""
    lines = document.text.split("\n")
    lacking = {tuple(detail["loc"][:-1]) for detail in details if detail["type"] == "missing"}
    for place in sorted((one for one in lacking if one and isinstance(one[-1], int)), key=str):
        item, after = value_at(document, place), value_at(document, (*place[:-1], int(place[-1]) + 1))
        number = document.line(place)
        if isinstance(item, dict) and isinstance(after, dict) and len(item) == 1 and item.items() <= after.items() and lines[number - 1] == lines[number]:
            new = replacement(lines, number, number + 1, lines[number])
            yield (place,), Problem(document.path, number, "This line is here twice.", "Delete one of the two.", replacement=new, hides=True)


def nameless(details: Sequence[ErrorDetails], document: Document, model: type[BaseModel]) -> Iterator[Told]:
    """For each list whose last items have only fields of another list of the same record, which is missing: a problem at the first of these items."""
    lines = document.text.split("\n")
    unknown = {tuple(detail["loc"][:-1]) for detail in details if detail["type"] == "extra_forbidden"}
    for owner in sorted({place[:-1] for place in unknown if place and isinstance(place[-1], int)}, key=str):
        items, record = value_at(document, owner), value_at(document, owner[:-1])
        if not isinstance(items, list) or not isinstance(record, dict):
            continue
        first = min(int(place[-1]) for place in unknown if place[:-1] == owner)
        names = [set(item) if isinstance(item, dict) else set[str]() for item in items[first:]]
        lists = {other: set(fields_at(model, (*owner[:-1], other, 0))) for other in fields_at(model, owner[:-1]) if other not in record}
        fitting = [other for other, fields in lists.items() if all(some and some <= fields for some in names)]
        if not first or len(fitting) != 1:
            continue
        number, column = document.line((*owner, first)), document.line(owner)
        space, hyphens, _, _ = parts(lines[column - 1])
        name = f"{fitting[0]}:"
        new = replacement(lines, number, number, f"{' ' * (len(space) + len(hyphens))}{name}\n{lines[number - 1]}")
        wrong = f'From here on, these are items of "{fitting[0]}", and not of "{owner[-1]}": the line with the name of their list is missing.'
        places = tuple((*owner, at) for at in range(first, len(items)))
        told = f"Write it above this line, indented by {len(space) + len(hyphens)} spaces: {name}" if space or hyphens else f"Write it above this line: {name}"
        yield places, Problem(document.path, number, wrong, told, replacement=new, hides=True)
