"""Who decides what, and who looks at it again: the framework's decisions, then the steps of complaining, then the ways beside them.

All measures are units of the drawing. A page shows it about as wide as it is in pixels, so that words are as large as those around it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sds.model.framework import Framework

WIDTH, GAP, SPACE, EDGE = 340, 22, 40, 12
"""The width of a column; the space between boxes, that between columns, and that between the edge of a box and its words."""
LINE, LETTER, BOLD = 20, 7.7, 8.3
"""The height of a line of 15 units, and the width of a letter in it, plain and bold: wide enough for the widest words of the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box: its upper left corner, its size, and its lines of words. ``kind`` is decision, turn, step, beside or label, which has no edge."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    title: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A drawing: its size, its boxes in the order of reading, and the arrows between them as the points they pass."""

    columns: int
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[tuple[int, int], ...], ...]


def who_decides(framework: Framework, columns: int) -> Diagram | None:
    """The drawing in 1 column or in 2; None where a framework says neither who decides nor how to complain."""
    route = framework.contacts.complaints_route
    decisions = [("decision", one.title, one.who) for one in framework.spine.decisions]
    steps = [("step", one.title, one.by_when or one.who) for one in route if not one.beside]
    beside = [("beside", one.title, one.who) for one in route if one.beside]
    if not decisions and not steps:
        return None
    left = _stack(decisions, 0, 0)
    turn = _stack([("turn", "You do not agree?", "")], 0, _under(left))
    right = _stack(steps, *((0, _under(turn)) if columns == 1 else (WIDTH + SPACE, 0)))
    lowest = max(_under(turn), _under(right))
    label = _stack([("label", "You can also", "")], 0, lowest)
    half = [_stack(beside[at::columns], at * (WIDTH + SPACE), _under(label) - GAP) for at in range(columns)] if beside else []
    boxes = (*left, *turn, *right, *(label if beside else ()), *(box for column in half for box in column))
    way = [*left, *turn, *(right if columns == 1 else ())]
    arrows = [_down(upper, lower) for upper, lower in pairwise(way)]
    if columns > 1:
        arrows += [_down(upper, lower) for upper, lower in pairwise(right)]
        arrows += [_across(turn[0], right[0])] if right else []
    return Diagram(
        columns=columns,
        width=columns * WIDTH + (columns - 1) * SPACE,
        height=max(box.y + box.height for box in boxes),
        boxes=boxes,
        arrows=tuple(arrows),
    )


def _stack(some: Sequence[tuple[str, str, str]], x: int, y: int) -> list[Box]:
    """Boxes of kind, title and text, one under the other from ``y`` down."""
    boxes = list[Box]()
    for kind, title, text in some:
        heading, lines = (tuple(textwrap.wrap(words, int((WIDTH - 2 * EDGE) / letter))) for words, letter in ((title, BOLD), (text, LETTER)))
        height = LINE * (len(heading) + len(lines)) + 2 * EDGE
        boxes.append(Box(kind=kind, x=x, y=y, width=WIDTH, height=height, title=heading, text=lines))
        y += height + GAP
    return boxes


def _under(boxes: Sequence[Box]) -> int:
    """Where the next box under some stands."""
    return boxes[-1].y + boxes[-1].height + GAP if boxes else 0


def _down(upper: Box, lower: Box) -> tuple[tuple[int, int], ...]:
    """The arrow from one box to that under it."""
    middle = upper.x + upper.width // 2
    return ((middle, upper.y + upper.height), (middle, lower.y - 2))


def _across(start: Box, end: Box) -> tuple[tuple[int, int], ...]:
    """The arrow from a box to one in the next column, through the space between the two."""
    between = end.x - SPACE // 2
    y, target = start.y + start.height // 2, end.y + 2 * EDGE
    return ((start.x + start.width, y), (between, y), (between, target), (end.x - 2, target))
