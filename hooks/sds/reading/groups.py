"""The place of a field that a group of fields inside a record lacks."""

from __future__ import annotations

from sds.problem import counted
from sds.reading.field_forms import value_at
from sds.reading.refused import Refused, lower
from sds.reading.yaml_lines import entry, step


def group_of_fields(one: Refused) -> tuple[str, str]:
    """The name of the group of fields, inside a record, that lacks the field of ``one``, and where to add it, if the group has lines of its own; two empty
    texts if the record itself lacks it. What has an id is a record."""
    owner = one.place[:-1]
    fields = value_at(one.document, owner)
    if not owner or not isinstance(owner[-1], str) or not isinstance(fields, dict) or not fields or "id" in fields:
        return "", ""
    name = f'"{owner[-1]}" of {lower(one.record)}'
    lines, number = one.document.text.split("\n"), one.document.line((*owner, list(fields)[-1]))
    if number <= one.document.line(owner):  # they are in braces
        return name, ""
    column = step(lines[one.document.line((*owner, next(iter(fields)))) - 1])
    return name, f" below line {entry(lines, number).last}, indented by {counted(column, 'space')}."
