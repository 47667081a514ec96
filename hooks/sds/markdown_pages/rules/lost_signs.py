"""Rules for lines of a hand-written page that lost the sign that makes them a heading, a definition or an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sds.markdown_pages.source import NEWS, Source
from sds.problem import Problem
from sds.rule import Example, rule

DEFINITION = re.compile(r":   \S")
"""The start of a definition of a term."""
NO_DEFINITION = re.compile(r" {0,3}(?:[;.,] *|:)?(?=[A-Z\u201c])")
"""What is before the words of a definition that lost its sign: nothing, another sign, or a colon without a space."""
JOINED = re.compile(r"([A-Z][^.?!:]{1,40}): {3}(\S.*)")
"""A definition on the line of its term."""
TERM = re.compile(r"[A-Z][\w\u2019' -]{1,40}\w$")
"""A few words with a capital at the start and no mark at the end, as a term or a heading has them."""
WITHOUT_POINT = re.compile(r"( {0,3})(\d{1,2})(?: ?[,:;)-] ?| |\.(?=[*A-Z]))(\*{0,2}[A-Z\u201c].*)$")
"""An item of a numbered list without the full stop and the space after its number."""
OF_ITEM = re.compile(r"(-?)\*{0,2}[A-Z\u201c]")
"""The start of a line that may be an item without its hyphen, or without the space after it. Lines that go on with an item are set in."""
IN_BRACKET = re.compile(r" {0,3}\d{1,2}\) ")
"""An item with a bracket and a space after its number, which another rule reports."""
NUMBERED = re.compile(r" {0,3}(\d{1,2})\. ")
MOST_WORDS = 6
"""The most words of a line that may be a heading."""


@rule(
    "definitions-keep-their-sign",
    "A colon before each definition",
    Example("Spring\n:   The taps are open.\n\nWinter\nThey are closed.", "Spring\n:   The taps are open.\n\nWinter\n:   They are closed.", NEWS),
)
def definitions_keep_their_sign(source: Source) -> Iterator[Problem]:
    """In a list of terms, each definition is below its term and begins with a colon and three spaces."""
    lines = source.shown
    if not any(map(DEFINITION.match, lines)):
        return
    for at, (term, line) in enumerate(pairwise(lines)):
        if joined := JOINED.fullmatch(line):
            mended = f"{joined[1]}\n:   {source.lines[at + 1][joined.start(2) :]}"
            number = source.above + at + 2
            yield source.problem(number, "A term and its definition stand on one line.", "Begin a new line before the colon.", mended)
        alone = at == 0 or not lines[at - 1].strip()
        if alone and TERM.match(term) and (found := NO_DEFINITION.match(line)) and (at + 2 >= len(lines) or not DEFINITION.match(lines[at + 2])):
            mended = f":   {source.lines[at + 1][found.end() :]}"
            yield source.write(source.above + at + 2, f'The words below "{term}" are no definition without their sign.', mended)


@rule(
    "headings-keep-their-signs",
    "Number signs before each heading",
    Example("## Water\n\nIt is free.\n\nIn winter\n\nThe taps are closed.", "## Water\n\nIt is free.\n\n## In winter\n\nThe taps are closed.", NEWS),
    {"warning": "The words may be a paragraph."},
)
def headings_keep_their_signs(source: Source) -> Iterator[Problem]:
    """A few words alone, with no full stop, between two paragraphs of a page with headings, are a heading and begin with number signs."""
    lines = source.shown
    level = next((line.split()[0] for line in lines if re.match(r"#{2,} ", line)), "")
    for at in range(1, len(lines) - 2) if level else ():
        line = lines[at]
        if DEFINITION.match(lines[at + 2]):
            continue  # a term, with its definition below an empty line
        if TERM.match(line) and len(line.split()) <= MOST_WORDS and not lines[at - 1].strip() and not lines[at + 1].strip() and lines[at + 2].strip():
            yield source.write(source.above + at + 1, "These words stand alone as a heading does, but are none.", f"{level} {source.lines[at]}")


@rule(
    "page-numbers-keep-their-points",
    "A full stop after each number of a list",
    Example("1. Open the gate.\n2 Close it behind you.", "1. Open the gate.\n2. Close it behind you.", NEWS),
)
def page_numbers_keep_their_points(source: Source) -> Iterator[Problem]:
    """In a numbered list, a full stop and a space are after each number."""
    last = 0
    for (number, line), below in zip(source.numbered(), [*source.shown[1:], ""], strict=True):
        if item := NUMBERED.match(line):
            last = int(item[1])
        elif (found := WITHOUT_POINT.match(line)) and ((last and int(found[2]) == last + 1) or lost_its_point(line, below)):
            last = int(found[2])
            if not IN_BRACKET.match(line):
                mended = f"{found[1]}{found[2]}. {source.lines[number - source.above - 1][found.start(3) :]}"
                yield source.write(number, "A full stop and a space belong after the number of this item.", mended)
        elif line.startswith("#"):
            last = 0


@rule(
    "page-items-keep-their-hyphens",
    "A hyphen and a space before each item of a page",
    Example("- Open the gate.\nClose it behind you.", "- Open the gate.\n- Close it behind you.", NEWS),
    {"warning": "The line may belong to the item above."},
)
def page_items_keep_their_hyphens(source: Source) -> Iterator[Problem]:
    """In a list of a page, each item begins with a hyphen and a space. A line without them is read as words of the item above it."""
    inside, before = False, ""
    for number, line in source.numbered():
        found = inside and OF_ITEM.match(line)
        if found and (found[1] or before.endswith((".", "?", "!"))):
            mended = f"- {source.lines[number - source.above - 1].removeprefix('-')}"
            wrong = f'"{" ".join(line.split()[:3])}" is read as words of the item above, as it has no hyphen with a space.'
            told = source.problem(number, wrong, f"If it is an item of its own, write {mended}", mended)
            yield replace(told, replacement=replace(told.replacement, sure=False)) if told.replacement else told
        inside, before = bool(found) or line.startswith("- ") or (inside and line.startswith("  ")), line.rstrip()


def lost_its_point(before: str, line: str) -> bool:
    """Whether ``before`` is an item that lost the point of its number, which is told there, and ``line`` is the item after it."""
    above, here = WITHOUT_POINT.match(before), NUMBERED.match(line)
    return bool(above and here and int(here[1]) == int(above[2]) + 1)
