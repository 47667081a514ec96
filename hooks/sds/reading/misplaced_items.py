"""Finds errors that all follow from one slip: the first line of a record that is there twice, items of a list whose name is missing above, and a field that is
set in too far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sds.problem import FieldPath, Problem
from sds.reading.field_forms import fields_at, value_at
from sds.reading.yaml_doubles import line_twice
from sds.reading.yaml_lines import depth, entry, field_column, replacement
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


def set_in_too_far(details: Sequence[ErrorDetails], document: Document) -> Iterator[Told]:
    """For each last field of a group that knows no such field, while the record around the group lacks it: a problem with the indentation to write."""
    lines = document.text.split("\n")
    missing = {tuple(detail["loc"]) for detail in details if detail["type"] == "missing"}
    for place in sorted((tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"), key=str):
        group, meant = value_at(document, place[:-1]), (*place[:-2], *place[-1:])
        if meant not in missing or not isinstance(group, dict) or list(group)[-1] != place[-1]:
            continue
        number, spaces = document.line(place), depth(lines[document.line(place[:-1]) - 1])
        own = entry(lines, number)
        if own.first == own.last and own.lead.strip() == f"{place[-1]}:" and len(own.space) > spaces:
            new = replacement(lines, number, number, f"{' ' * spaces}{lines[number - 1].strip()}")
            wrong = f'"{place[-1]}" is set in too far, so it is read as part of "{place[-2]}".'
            yield (place, meant), Problem(document.path, number, wrong, f"Indent this line by {spaces} spaces.", replacement=new)
