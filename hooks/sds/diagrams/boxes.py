"""Boxes of text and arrows between them, which several diagrams share.

All measures are units of the SVG's viewBox. A page shows a diagram at about one pixel for each unit, so that its text is as large as the text around it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

EDGE, FIRST = 12, 27
"""The padding between the edge of a box and its text, and the distance from its upper edge to the base line of the first line."""
LINE, LETTER, BOLD = 20, 7.7, 8.3
"""The height of a line of text (font size 15), and the average width of a letter, regular and bold. The widths are rounded up so that the widest text in the
data fits."""

Point: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box: its upper left corner, its size, and its lines of title and text. ``kind`` is a CSS class; a box of kind "label" is drawn without a border."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    title: tuple[str, ...]
    text: tuple[str, ...]

    @property
    def middle(self) -> int:
        """The y coordinate of its middle."""
        return self.y + self.height // 2

    @property
    def lines(self) -> list[tuple[str, int, int, str]]:
        """Each line of the title and then of the text: its CSS class (empty for text), where its base line begins (x and y), and its words."""
        classed = [("box-title", words) for words in self.title] + [("", words) for words in self.text]
        return [(kind, self.x + EDGE, self.y + FIRST + LINE * place, words) for place, (kind, words) in enumerate(classed)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A diagram: its size, its boxes in reading order, and its arrows, each as the points of its line."""

    columns: int
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[Point, ...], ...]

    @property
    def paths(self) -> list[tuple[str, str]]:
        """The path data (SVG) of the line of each arrow, and of its head, which points to the right or down."""
        return [(f"M{'L'.join(f'{x} {y}' for x, y in points)}", _head(*points[-2:])) for points in self.arrows]


def _head(before: Point, point: Point) -> str:
    x, y = point
    return f"M{x} {y}l{'-9 -5v10z' if before[1] == y else '-5 -9h10z'}"


def box(kind: str, title: str, text: str, x: int, y: int, width: int) -> Box:
    """A box of this ``width``, as high as its title and text need when they are broken into lines."""
    heading, lines = (_wrapped(words, int((width - 2 * EDGE) / letter)) for words, letter in ((title, BOLD), (text, LETTER)))
    height = LINE * (len(heading) + len(lines)) + 2 * EDGE
    return Box(kind=kind, x=x, y=y, width=width, height=height, title=heading, text=lines)


def stack(contents: Sequence[tuple[str, str, str]], x: int, y: int, width: int, gap: int) -> list[Box]:
    """A box for each ``(kind, title, text)``, one below the other from ``y`` down, ``gap`` apart."""
    boxes = list[Box]()
    for kind, title, text in contents:
        boxes.append(box(kind, title, text, x, y, width))
        y = bottom(boxes) + gap
    return boxes


def bottom(boxes: Sequence[Box]) -> int:
    """The y coordinate of the lower edge of the last of ``boxes``."""
    return boxes[-1].y + boxes[-1].height


@cache  # the same titles and names appear in many boxes
def _wrapped(words: str, letters: int) -> tuple[str, ...]:
    """``words`` in lines of at most ``letters`` characters."""
    return tuple(textwrap.wrap(words, letters))
