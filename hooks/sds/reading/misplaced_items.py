"""Finds errors that all follow from one slip: the first line of a record that is there twice, items of a list whose name is missing above, and a field that is
set in too far."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sds.problem import FieldPath, Problem, counted
from sds.reading.field_forms import fields_at, value_at
from sds.reading.refused import field_name
from sds.reading.yaml_doubles import line_twice
from sds.reading.yaml_lines import field_column, replacement, step
from sds.reading.yaml_text import Document

Told: TypeAlias = tuple[tuple[FieldPath, ...], Problem]
"""The field paths of items and fields of which nothing else needs to be reported, and the problem."""


def doubled(details: Sequence[ErrorDetails], document: Document) -> Iterator[Told]:
    """For each item that lacks fields, and has only what the next item has too: a problem at its line, which is there twice."""
    lines = document.text.split("\n")
    lacking = {tuple(detail["loc"][:-1]) for detail in details if detail["type"] == "missing"}
    for place in sorted((one for one in lacking if one and isinstance(one[-1], int)), key=str):
        item, after = value_at(document, place), value_at(document, (*place[:-1], int(place[-1]) + 1))
        number = document.line(place)
        if isinstance(item, dict) and isinstance(after, dict) and len(item) == 1 and item.items() <= after.items() and lines[number - 1] == lines[number]:
            yield (place,), line_twice(lines, number + 1).problem(document.path)


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
        number, spaces = document.line((*owner, first)), field_column(lines[document.line(owner) - 1])
        name = f"{fitting[0]}:"
        new = replacement(lines, number, number, f"{' ' * spaces}{name}\n{lines[number - 1]}")
        wrong = f'From here on, these are items of "{fitting[0]}", and not of "{owner[-1]}": the line with the name of their list is missing.'
        places = tuple((*owner, at) for at in range(first, len(items)))
        told = f"Write it above this line{f', indented by {spaces} spaces' if spaces else ''}: {name}"
        yield places, Problem(document.path, number, wrong, told, replacement=new, hides=True)


def set_in_too_far(details: Sequence[ErrorDetails], document: Document, model: type[BaseModel]) -> Iterator[Told]:
    """For each unknown field on the last line of a group that a record around the group may have and has not: a problem with the indentation to write."""
    lines = document.text.split("\n")
    for place in sorted((tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"), key=str):
        name, number = str(place[-1]), document.line(place)
        around, fields = next(_lacking(document, model, place), ((), ()))
        if not fields or not lines[number - 1].lstrip().startswith(f"{name}:"):
            continue
        spaces = min(field_column(lines[document.line((*around, field)) - 1]) for field in fields)
        following = next((line for line in lines[number:] if line.strip()), "")
        if step(following) <= spaces < step(lines[number - 1]):
            new = replacement(lines, number, number, f"{' ' * spaces}{lines[number - 1].strip()}")
            wrong = f'"{name}" is set in too far, so it is read as part of "{field_name(place[:-1])}".'
            told = f"Indent this line by {counted(spaces, 'space')}."
            yield (place, (*around, name)), Problem(document.path, number, wrong, told, replacement=new, lacks=name)


def _lacking(document: Document, model: type[BaseModel], place: FieldPath) -> Iterator[tuple[FieldPath, Collection[str]]]:
    """Each record around the group of the field at ``place`` that may have a field of this name and has none, from the inside: its path and its fields."""
    for end in range(len(place) - 2, -1, -1):
        record = value_at(document, place[:end])
        if isinstance(record, dict) and place[-1] not in record and place[-1] in fields_at(model, place[:end]):
            yield place[:end], record
