"""Boxes with words in them, and arrows between them: what several drawings share.

All measures are units of the drawing. A page shows it about as wide as it is in pixels, so that words are as large as those around it.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

EDGE = 12
"""The space between the edge of a box and its words."""
LINE, LETTER, BOLD = 20, 7.7, 8.3
"""The height of a line of 15 units, and the width of a letter in it, plain and bold: wide enough for the widest words of the data."""

Point: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box: its upper left corner, its size, and its lines of words. ``kind`` is a class of the styles; a label has no edge."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    title: tuple[str, ...]
    text: tuple[str, ...]

    @property
    def middle(self) -> int:
        """How far down its middle is."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A drawing: its size, its boxes in the order of reading, and the arrows between them as the points they pass."""

    columns: int
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[Point, ...], ...]


def box(kind: str, title: str, text: str, x: int, y: int, width: int) -> Box:
    """A box as high as its words need, broken into lines."""
    heading, lines = (_broken(words, int((width - 2 * EDGE) / letter)) for words, letter in ((title, BOLD), (text, LETTER)))
    height = LINE * (len(heading) + len(lines)) + 2 * EDGE
    return Box(kind=kind, x=x, y=y, width=width, height=height, title=heading, text=lines)


@cache  # titles and names stand in many boxes
def _broken(words: str, letters: int) -> tuple[str, ...]:
    """``words`` in lines of so many letters at most."""
    return tuple(textwrap.wrap(words, letters))
