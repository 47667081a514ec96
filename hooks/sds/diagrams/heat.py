"""A table of counts with shades: the number of each cell, how dark it is, and where it leads. The number says all that the shade does.

The shades are classes of the styles: 0 for none, and from 1 for the smallest number of the table to 5, the darkest, for the largest, in equal steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a cell counts: how many, the site-relative address of just those (empty where there are none), and what stands after the number."""

    number: int
    url: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A count with its shade and the name of its column."""

    count: Count
    shade: int
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one thing, its name and address, and how many there are of it in all."""

    title: str
    url: str
    cells: tuple[Cell, ...]
    all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """The table: ``corner`` is the head of its first column, ``heads`` those of the others."""

    corner: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def heat(corner: str, heads: Sequence[str], rows: Sequence[tuple[str, str, Sequence[Count], int]]) -> Heat:
    """The table of ``rows``, each the title and address of a thing, a count for each head, and how many in all."""
    some = [count.number for _, _, counts, _ in rows for count in counts if count.number]
    least, most = min(some, default=0), max(some, default=0)
    return Heat(
        corner=corner,
        heads=tuple(heads),
        rows=tuple(
            Row(
                title=title,
                url=url,
                cells=tuple(Cell(count=count, shade=shade(count.number, least, most), head=head) for head, count in zip(heads, counts, strict=True)),
                all=whole,
            )
            for title, url, counts, whole in rows
        ),
    )


def shade(number: int, least: int, most: int) -> int:
    """0 for none, and 1 to 5 by where ``number`` is between the smallest of its table above none and the largest. All are 1 where they are the same."""
    return 1 + min(STEPS - 1, (number - least) * STEPS // (most - least + 1)) if number else 0
