"""What files lead to, one through another."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def reached(starts: Iterable[str], named: Callable[[str], Iterable[str]]) -> list[str]:
    """The paths ``starts``, what is ``named`` by each, and so on: each once, the nearest first. Files may name each other."""
    found = dict.fromkeys(starts)
    look = list(found)
    for path in look:  # which grows meanwhile
        new = dict.fromkeys(other for other in named(path) if other not in found)
        found |= new
        look += new
    return look
