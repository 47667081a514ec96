"""Finds a field that is set in too far, so that it is read as one of a part of the record that it belongs to."""

from __future__ import annotations

from sds.reading.field_forms import fields_at, value_at
from sds.reading.refused import Message, Refused
from sds.reading.yaml_lines import field_column, replacement, step


def belongs_around(one: Refused) -> Message | None:
    """The message for an unknown field that the record around its mapping may have and lacks, if it is the last line of that mapping; or None."""
    lines, number = one.document.text.split("\n"), one.document.line(one.place)
    line = lines[number - 1]
    if not line.lstrip().startswith(f"{one.field}:") or one.field in fields_at(one.model, one.place[:-1]):
        return None
    following = next((other for other in lines[number:] if other.strip()), "")
    for end in range(len(one.place) - 2, -1, -1):
        around = one.place[:end]
        there = value_at(one.document, around)
        if not isinstance(there, dict) or one.field not in fields_at(one.model, around) or one.field in there:
            continue
        columns = {field_column(lines[one.document.line((*around, name)) - 1]) for name in there}
        column = min(columns)
        if column >= step(line) or step(following) > column:
            return None
        mended = " " * column + line.strip()
        told = f"Indent this line by {column} spaces: {line.strip()}"
        wrong = f'"{one.field}" is set in too far to be a field of the record around it.'
        return Message(wrong, told, replacement(lines, number, number, mended), lacks=one.field, too_far=True)
    return None
