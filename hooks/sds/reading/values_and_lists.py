"""All values and all lists of a document, each with its field path, for the rules that go through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from sds.cache import Cache
from sds.problem import FieldPath
from sds.reading.yaml_text import Document, Value

Values: TypeAlias = Sequence[tuple[FieldPath, str]]
Lists: TypeAlias = Sequence[tuple[FieldPath, Sequence[Value]]]


class _Walked(NamedTuple):
    """All values and all lists of a document, and the indexes of the values by the path of their field, with 0 for each index of a list."""

    values: list[tuple[FieldPath, str]]
    lists: list[tuple[FieldPath, list[Value]]]
    fields: dict[FieldPath, list[int]]


_WALKED = Cache[_Walked]()


def values_of(document: Document) -> Values:
    """Every text value of a document with its field path, in the order of the file."""
    return _walked(document).values


def values_in(document: Document, fits: Callable[[FieldPath], bool]) -> Values:
    """The values of the fields whose path from ``at_any`` fits. A file has a hundred times as many values as such paths."""
    values, _, fields = _walked(document)
    return [values[index] for index in sorted(index for at, indexes in fields.items() if fits(at) for index in indexes)]


def lists_of(document: Document) -> Lists:
    """Every list of a document with its field path. A list stands before those in it."""
    return _walked(document).lists


def _walked(document: Document) -> _Walked:
    return _WALKED.get(document.path, (document,), partial(_walk, document))


def _walk(document: Document) -> _Walked:
    values, lists, fields = list[tuple[FieldPath, str]](), list[tuple[FieldPath, list[Value]]](), dict[FieldPath, list[int]]()

    def add(value: dict[str, Value] | list[Value], place: FieldPath, at: FieldPath) -> None:
        """Adds what is in ``value``, whose field path is ``place``, and ``at`` with 0 for each index of a list. A generator would take twice as long."""
        in_list = isinstance(value, list)
        if isinstance(value, list):
            lists.append((place, value))
        for step, inner in enumerate(value) if isinstance(value, list) else value.items():
            here, inside = (*place, step), (*at, 0 if in_list else step)
            if isinstance(inner, str):
                fields.setdefault(inside, []).append(len(values))
                values.append((here, inner))
            else:
                add(inner, here, inside)

    add(document.data, (), ())
    return _Walked(values, lists, fields)
