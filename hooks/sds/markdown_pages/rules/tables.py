"""Rules for tables in the Markdown source of hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sds.markdown_pages.rules.lists import OTHER
from sds.markdown_pages.source import NEWS, Source
from sds.problem import Problem, counted
from sds.rule import Example, rule

ROW = re.compile(r" {0,3}\|.*\|\s*$")
BAR = re.compile(r"\S +\| +\S")
"""A line of cells, with or without bars at its ends. A line of hyphens and bars has a match too."""
HYPHENS = re.compile(r"[|:\- ]+$")
SPREAD = re.compile(r"[^\s\x00]\t+\S")
NO_HYPHENS = "This table has no line of hyphens below its first line, so readers would see its signs."


@rule(
    "tables-are-whole",
    "Give each line of a table the same number of cells",
    Example(
        "| Bed | Tap |\n| --- | --- |\n| 1 | by the gate | open |",
        "| Bed | Tap |\n| --- | --- |\n| 1 | by the gate, open |",
        NEWS,
    ),
)
def tables_are_whole(source: Source) -> Iterator[Problem]:
    """A table has a line of hyphens below its first line, and each line has as many cells as the first."""
    shown, at = source.shown, 0
    while at < len(shown):
        last = at
        while last < len(shown) and ROW.match(shown[last]):
            last += 1
        rows, first = [_cells(line) for line in shown[at:last]], source.above + at + 1
        if len(rows) > 1 and not HYPHENS.match(shown[at + 1]):
            yield source.problem(first, NO_HYPHENS, f"Write below it {'| --- ' * rows[0]}|")
        elif odd := next((one for one, cells in enumerate(rows) if cells != rows[0]), 0):
            wrong = f"This line of the table has {counted(rows[odd], 'cell')}, and its first line has {rows[0]}."
            yield source.problem(first + odd, wrong, "Write as many, with a | before and after each.")
        at = last + 1
    for first, last in _bare_rows(shown):
        cells = {line.strip().strip("|").count("|") for line in shown[first:last]}
        if last - first > 1 and len(cells) == 1:
            yield source.problem(source.above + first + 1, NO_HYPHENS, f"Write below it {' | '.join(['---'] * (cells.pop() + 1))}")


def _bare_rows(shown: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first index of each run of lines with cells, but without bars at both ends, and the index after its last; not with a line of hyphens beside it."""
    at = 0
    while at < len(shown):
        last = at
        while last < len(shown) and BAR.search(shown[last]) and not (ROW.match(shown[last]) or HYPHENS.match(shown[last])):
            last += 1
        beside = [shown[other] for other in (at - 1, last) if 0 <= other < len(shown) and shown[other].strip()]
        if last > at and not any("-" in line and HYPHENS.match(line) for line in beside):
            yield at, last
        at = max(last, at + 1)


def _cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line)) - 1


@rule(
    "tables-stand-apart",
    "Leave an empty line before and after a table",
    Example("The taps:\n| Bed | Tap |\n| --- | --- |\n| 1 | by the gate |", "The taps:\n\n| Bed | Tap |\n| --- | --- |\n| 1 | by the gate |", NEWS),
)
def tables_stand_apart(source: Source) -> Iterator[Problem]:
    """There is an empty line between a table and the words above and below it. Without it, a table is one line with the words above it, and the words below
    it are a row of the table."""
    lines = ["", *source.shown, ""]
    for at, (above, line, below) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        number, mended = source.above + at + 1, f"\n{source.lines[at]}"
        if ROW.match(line) and "-" in below and HYPHENS.match(below) and above.strip() and not OTHER.match(above):
            yield source.problem(number, "This table would be one line with the words above it.", "Leave an empty line before it.", mended)
        elif ROW.match(above) and line.strip() and "|" not in line:
            yield source.problem(number, "This line would be a row of the table above it.", "Leave an empty line before it.", mended)


@rule(
    "columns-are-tables",
    "Write columns as a table",
    Example("Spring\topen\nWinter\tclosed", "| When | Gate |\n| --- | --- |\n| Spring | open |\n| Winter | closed |", NEWS),
)
def columns_are_tables(source: Source) -> Iterator[Problem]:
    """There are no tabs between words, because readers would see one space in their place."""
    for number, line in source.numbered():
        if SPREAD.search(line):
            yield source.problem(
                number, "There are tabs between words, and readers would see one space.", "Write a table: | before, between and after the words."
            )
