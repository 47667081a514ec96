"""A bar chart: how many statements of each standard have which basis. One bar for each standard, divided into one part for each basis.

All measures are units of the SVG's viewBox, about one pixel each. The parts differ by pattern (a CSS class) and show their numbers where these fit.
"""

from __future__ import annotations

from dataclasses import dataclass

from sds.diagrams.heat_map import Count, HeatMap, heat_map
from sds.model.framework import Framework

BAR, NAME = 22, 24
"""The height of a bar, and of the line above it with the standard's name."""
DIGIT = 9
"""The width of a digit. A part that is too narrow for its number shows none: the number is in the table below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a bar. ``pattern`` is the position of its basis in the list of bases, from 1."""

    x: int
    width: int
    pattern: int
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The bar of one standard. ``name_y`` and ``y`` are the y coordinates of the name's baseline and of the bar; ``x`` and ``end`` are where the bar begins and
    ends."""

    title: str
    total: int
    name_y: int
    x: int
    y: int
    end: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The chart: its size and its bars."""

    columns: int
    width: int
    height: int
    bars: tuple[Bar, ...]


def coverage(framework: Framework, columns: int) -> Coverage | None:
    """The chart with the names above the bars (1 column) or to their left (2 columns). None where no statement has a basis."""
    table = by_basis(framework)
    most = max((row.total for row in table.rows), default=0)
    if not table.column_titles or not most:
        return None
    left, width = (0, 340) if columns == 1 else (270, 760)
    room, step = width - left - 4 * DIGIT, BAR + (NAME + 8 if columns == 1 else 10)
    bars = []
    for position, row in enumerate(table.rows):
        y = position * step + (NAME if columns == 1 else 0)
        x, parts = left, list[Part]()
        for pattern, cell in enumerate(row.cells, start=1):
            wide = round(cell.count.number * room / most)
            number = str(cell.count.number)
            if cell.count.number:
                parts.append(Part(x=x, width=wide, pattern=pattern, number=number if wide >= DIGIT * len(number) + 6 else ""))
            x += wide
        bars.append(Bar(title=row.title, total=row.total, name_y=y - 8 if columns == 1 else y + 16, x=left, y=y, end=x, parts=tuple(parts)))
    return Coverage(columns=columns, width=width, height=bars[-1].y + BAR, bars=tuple(bars))


def by_basis(framework: Framework) -> HeatMap:
    """The same numbers as a table: the current statements of each standard, counted by basis."""
    rows = []
    for standard in framework.standards:
        some = [action for action in framework.current_actions if action.standard == standard.id]
        counts = [Count(number=sum(action.basis == basis.id for action in some)) for basis in framework.spine.bases]
        rows.append((f"{standard.number}. {standard.short}", f"/standards/{standard.id}/#actions" if some else f"/standards/{standard.id}/", counts, len(some)))
    return heat_map("Standard", [basis.title for basis in framework.spine.bases], rows)
