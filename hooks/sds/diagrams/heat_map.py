"""A heat map: a table of counts in which larger numbers have darker cells. The number itself is always there, so the shade adds nothing that only some can
see.

Shades are CSS classes from 0 to 5: 0 for no count, then five equal steps from the smallest number of the table (1) to the largest (5, the darkest).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The count of a cell, the site-relative address of a list of exactly these records (empty where there is none), and the text after the number."""

    number: int
    url: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A count with its shade and the heading of its column."""

    count: Count
    shade: int
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its title and address, its cells, and the total number of its records."""

    title: str
    url: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The table: ``corner`` is the heading of the first column, ``column_titles`` are the headings of the others."""

    corner: str
    column_titles: tuple[str, ...]
    rows: tuple[Row, ...]


def heat_map(corner: str, column_titles: Sequence[str], rows: Sequence[tuple[str, str, Sequence[Count], int]]) -> HeatMap:
    """The table of ``rows``. Each row is a title, an address, one count for each of ``column_titles``, and a total."""
    some = [count.number for _, _, counts, _ in rows for count in counts if count.number]
    least, most = min(some, default=0), max(some, default=0)
    return HeatMap(
        corner=corner,
        column_titles=tuple(column_titles),
        rows=tuple(
            Row(
                title=title,
                url=url,
                cells=tuple(Cell(count=count, shade=shade(count.number, least, most), column=one) for one, count in zip(column_titles, counts, strict=True)),
                total=whole,
            )
            for title, url, counts, whole in rows
        ),
    )


def shade(number: int, least: int, most: int) -> int:
    """0 for no count, otherwise 1 to 5, by the position of ``number`` between ``least`` and ``most``, the smallest (above 0) and largest in the table. If all
    are equal, 1."""
    return 1 + min(STEPS - 1, (number - least) * STEPS // (most - least + 1)) if number else 0
