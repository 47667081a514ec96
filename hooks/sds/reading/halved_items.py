"""Finds list items that a superfluous hyphen has split into two: each half lacks the fields of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic_core import ErrorDetails

from sds.problem import FieldPath, Problem
from sds.reading.field_forms import value_at
from sds.reading.yaml_lines import replacement
from sds.reading.yaml_text import Document


def halved(details: Sequence[ErrorDetails], document: Document) -> Iterator[tuple[tuple[FieldPath, FieldPath], Problem]]:
    """For each two neighbouring items that both lack required fields but are complete together: the field paths of both, and a problem at the second."""
    lacks = dict[FieldPath, set[str]]()
    for detail in details:
        *item, name = detail["loc"]
        if detail["type"] == "missing" and item and isinstance(item[-1], int):
            lacks.setdefault(tuple(item), set()).add(str(name))
    lines = document.text.split("\n")
    for place, lacking in lacks.items():
        after = (*place[:-1], int(place[-1]) + 1)
        one, other = value_at(document, place), value_at(document, after)
        if after not in lacks or not isinstance(one, dict) or not isinstance(other, dict):
            continue
        if not (one.keys().isdisjoint(other) and lacking <= other.keys() and lacks[after] <= one.keys()):
            continue
        number = document.line(after)
        line = lines[number - 1]
        if not line.lstrip().startswith("- ") or "{" in line:
            continue
        mended = line.replace("- ", "  ", 1)
        wrong = "A hyphen too many begins this line, and parts one item of the list into two."
        told = f"Leave the hyphen out, and indent the line by {len(mended) - len(mended.lstrip())} spaces: {mended.strip()}"
        yield (place, after), Problem(document.path, number, wrong, told, replacement=replacement(lines, number, number, mended))
