"""The lists of a file, for the rules about items that are there twice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from sds.cache import Cache
from sds.problem import FieldPath
from sds.reading.yaml_text import Document, Value

Lists: TypeAlias = Sequence[tuple[FieldPath, Sequence[Value]]]


def lists_of(document: Document) -> Lists:
    """Every list of a document with its field path. A list stands before those in it."""
    return _LISTS.get(document.path, (document,), partial(_all_lists, document))


_LISTS = Cache[Lists]()


def _all_lists(document: Document) -> Lists:
    found = list[tuple[FieldPath, Sequence[Value]]]()
    _add_lists(document.data, (), found)
    return found


def _add_lists(value: dict[str, Value] | list[Value], place: FieldPath, found: list[tuple[FieldPath, Sequence[Value]]]) -> None:
    """Adds each list in ``value``, whose field path is ``place``, to ``found``."""
    if isinstance(value, list):
        found.append((place, value))
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if not isinstance(inner, str):
            _add_lists(inner, (*place, step), found)
