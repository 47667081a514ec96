"""Finds the files that some files reference, directly or through others."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def reached(starts: Iterable[str], named: Callable[[str], Iterable[str]]) -> list[str]:
    """The paths ``starts``, the paths that ``named`` returns for each of these, and so on: each once, breadth first. Cycles are allowed."""
    found = dict.fromkeys(starts)
    look = list(found)
    for path in look:  # the list grows during the loop
        new = dict.fromkeys(other for other in named(path) if other not in found)
        found |= new
        look += new
    return look
