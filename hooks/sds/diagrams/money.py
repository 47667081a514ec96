"""The diagram of where the money is under each option: a chain of boxes for each option, one box for each person or body that has the money."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sds.diagrams.boxes import LINE, Box, Diagram, Point, box, stack
from sds.model.framework import Framework

NARROW, COLUMN, GAP, SPACE = 340, 230, 22, 40
"""The width of the one-column diagram; the width of each column where there are more; the gap between boxes; the gap between columns."""


def money(framework: Framework, columns: int) -> Diagram | None:
    """The diagram, with the boxes of an option below each other (1 column) or beside each other (more columns). None where no option has ``money`` data."""
    options = [option for option in framework.spine.options if option.money]
    if not options:
        return None
    boxes, arrows, y = list[Box](), list[tuple[Point, ...]](), 0
    width = NARROW if columns == 1 else columns * COLUMN + (columns - 1) * SPACE
    for option in options:
        label = box("label", f"Option {option.number}: {option.title}", "", -12, y - 4, width)
        y = label.y + LINE * len(label.title) + 20
        steps = [("holds" if hand.holds else "hand", hand.who, hand.does) for hand in option.money]
        chain = stack(steps, 0, y, NARROW, GAP) if columns == 1 else _row(steps, y)
        arrows += [_between(one, other) for one, other in pairwise(chain)]
        boxes += [label, *chain]
        y = max(one.y + one.height for one in chain) + 2 * GAP
    return Diagram(columns=columns, width=width, height=y - 2 * GAP, boxes=tuple(boxes), arrows=tuple(arrows))


def _row(steps: Sequence[tuple[str, str, str]], y: int) -> list[Box]:
    return [box(kind, who, does, at * (COLUMN + SPACE), y, COLUMN) for at, (kind, who, does) in enumerate(steps)]


def _between(one: Box, other: Box) -> tuple[Point, ...]:
    """The arrow from a box to the next one, which is below it or to its right."""
    if one.x == other.x:
        middle = one.x + one.width // 2
        return ((middle, one.y + one.height), (middle, other.y - 2))
    y = min(one.middle, other.middle)
    return ((one.x + one.width, y), (other.x - 2, y))
