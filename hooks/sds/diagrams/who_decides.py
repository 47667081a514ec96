"""The diagram of who decides what, and who reviews it: the framework's decisions, then the steps of a complaint, then the other ways to get a decision
reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sds.diagrams.boxes import EDGE, Box, Diagram, Point, bottom, stack
from sds.model.framework import Framework

WIDTH, GAP, SPACE = 340, 22, 40
"""The width of a column, the gap between boxes, and the gap between columns."""


def who_decides(framework: Framework, columns: int) -> Diagram | None:
    """The diagram in 1 or 2 columns. None where the data has neither decisions nor steps of a complaint."""
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


def _stack(contents: Sequence[tuple[str, str, str]], x: int, y: int) -> list[Box]:
    return stack(contents, x, y, WIDTH, GAP)


def _under(boxes: Sequence[Box]) -> int:
    """The y coordinate for the next box below ``boxes``; 0 if there are none."""
    return bottom(boxes) + GAP if boxes else 0


def _down(upper: Box, lower: Box) -> tuple[Point, ...]:
    """The arrow from a box to the one below it."""
    middle = upper.x + upper.width // 2
    return ((middle, upper.y + upper.height), (middle, lower.y - 2))


def _across(start: Box, end: Box) -> tuple[Point, ...]:
    """The arrow from a box to one in the next column, through the gap between the columns."""
    between = end.x - SPACE // 2
    y, target = start.y + start.height // 2, end.y + 2 * EDGE
    return ((start.x + start.width, y), (between, y), (between, target), (end.x - 2, target))
