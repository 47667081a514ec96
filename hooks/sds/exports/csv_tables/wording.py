"""Descriptions of tables and columns that leave out what is about kinds of record that a framework does not have."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from sds.model.in_print import capitalise

Words: TypeAlias = "str | When | Listed | tuple[Words, ...]"
"""Words of a description, or a part of it that depends on the kinds that there are, or several of these, one after the other."""


@dataclass(frozen=True, slots=True)
class When:
    """``words`` where the framework has a record of at least one of ``kinds``, else the words ``otherwise``."""

    words: Words
    kinds: frozenset[str]
    otherwise: Words = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """The parts that say something, as in ``roles, stages and options``."""

    parts: tuple[Words, ...]
    last: str = "and"


def when(words: Words, *kinds: str, otherwise: Words = "") -> When:
    """``words`` where there is a record of at least one of ``kinds``: see :class:`When`."""
    return When(words, frozenset(kinds), otherwise)


def listed(*parts: Words, last: str = "and") -> Listed:
    """A list in a sentence: see :class:`Listed`. ``last`` is the word before the last part."""
    return Listed(parts, last)


def worded(words: Words, absent: AbstractSet[str]) -> str:
    """The text of a description for a framework without records of the kinds ``absent``. It begins with a capital."""
    return capitalise(_text(words, absent))


def _text(words: Words, absent: AbstractSet[str]) -> str:
    if isinstance(words, When):
        return _text(words.otherwise if words.kinds <= absent else words.words, absent)
    if isinstance(words, Listed):
        *first, last = filter(None, (_text(part, absent) for part in words.parts))
        return f"{', '.join(first)} {words.last} {last}" if first else last
    return words if isinstance(words, str) else "".join(_text(part, absent) for part in words)
