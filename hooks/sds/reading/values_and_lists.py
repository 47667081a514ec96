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
    """All values and all lists of a document, the lists in which not all is text, and the indexes of the values by the path of their field, with 0 for each
    index of a list."""

    values: list[tuple[FieldPath, str]]
    lists: list[tuple[FieldPath, list[Value]]]
    grouped: list[tuple[FieldPath, list[Value]]]
    fields: dict[FieldPath, list[int]]


_WALKED = Cache[_Walked]()


def values_of(document: Document) -> Values:
    """Every text value of a document with its field path, in the order of the file."""
    return _walked(document).values


def values_in(document: Document, fits: Callable[[FieldPath], bool]) -> Values:
    """The values of the fields whose path from ``at_any`` fits. A file has a hundred times as many values as such paths."""
    walked = _walked(document)
    return [walked.values[index] for index in sorted(index for at, indexes in walked.fields.items() if fits(at) for index in indexes)]


def lists_of(document: Document) -> Lists:
    """Every list of a document with its field path. A list stands before those in it."""
    return _walked(document).lists


def grouped_lists_of(document: Document) -> Lists:
    """The lists of a document that hold groups of fields or other lists, which are few, in the same order."""
    return _walked(document).grouped


def _walked(document: Document) -> _Walked:
    return _WALKED.get(document.path, (document,), partial(_walk, document))


def _walk(document: Document) -> _Walked:
    values, lists, grouped, fields = walked = _Walked([], [], [], {})

    def add(value: dict[str, Value] | list[Value], place: FieldPath, at: FieldPath) -> None:
        """Adds what is in ``value``, whose field path is ``place``, and ``at`` with 0 for each index of a list. A generator would take twice as long."""
        in_list, all_text = isinstance(value, list), True
        if isinstance(value, list):
            lists.append((place, value))
        for step, inner in enumerate(value) if isinstance(value, list) else value.items():
            here, inside = (*place, step), (*at, 0 if in_list else step)
            if isinstance(inner, str):
                fields.setdefault(inside, []).append(len(values))
                values.append((here, inner))
                continue
            if isinstance(value, list) and all_text:
                grouped.append((place, value))
                all_text = False
            add(inner, here, inside)

    add(document.data, (), ())
    return walked
