"""Rules for headings in the Markdown source of hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sds.markdown_pages.source import NEWS, Source
from sds.problem import Problem
from sds.rule import Example, rule

HEADING = re.compile(r"(#{1,6}) +\S")
OPEN_BRACES = re.compile(r"^#{1,6} .*\{[^}]*$")
UNDERLINED = re.compile(r" {0,3}(?:-{2,}|=+) *$")
NO_WORDS_ABOVE = re.compile(r" *(?:[-*+|>#]|\d+\.) ?")
ALL_BOLD = re.compile(r"^\*\*([^*]+[^*.:!?])\*\*\s*$")


@rule(
    "heading-levels-are-in-order",
    "Do not skip a level of heading",
    Example("## Water\n\n#### In winter", "## Water\n\n### In winter", NEWS),
)
def heading_levels_are_in_order(source: Source) -> Iterator[Problem]:
    """A heading is at most one level below the heading before it."""
    level = 0
    for (number, shown), line in zip(source.numbered(), source.lines, strict=True):
        if heading := HEADING.match(shown):
            here = len(heading[1])
            if level and here > level + 1:
                wrong = f"This heading is of level {here}, and the one above it of level {level}."
                yield source.write(number, wrong, f"{'#' * (level + 1)}{line[here:]}")
            level = here


@rule(
    "heading-braces-are-closed",
    "Close the braces of a heading",
    Example("## Water {#water", "## Water {#water}", NEWS),
)
def heading_braces_are_closed(source: Source) -> Iterator[Problem]:
    """Braces after a heading give it an address on the page. They close at the end of the line."""
    for number, line in source.numbered():
        if OPEN_BRACES.match(line):
            yield source.problem(number, "Braces are opened in this heading and never closed, so that readers would see them.", "Write } at its end.")


@rule(
    "headings-have-number-signs",
    "Write headings with number signs",
    Example("Water is free.\n---", "Water is free.\n\n---", NEWS),
    {"warning": ""},
)
def headings_have_number_signs(source: Source) -> Iterator[Problem]:
    """Hyphens or equals signs directly below words turn them into a heading. To draw a line across the page, leave an empty line above it."""
    for (_, before), (number, line) in pairwise(source.numbered()):
        if UNDERLINED.match(line) and before.strip("\x00 ") and not NO_WORDS_ABOVE.match(before):
            instead = "Leave an empty line between them; for a heading, write ## before its words and take this line out."
            yield source.problem(number, "This line makes a heading of the line above it.", instead)


@rule(
    "bold-lines-are-no-headings",
    "Do not use bold words as a heading",
    Example("**In winter**\n\nThe taps are closed.", "## In winter\n\nThe taps are closed.", NEWS),
    {"warning": ""},
)
def bold_lines_are_no_headings(source: Source) -> Iterator[Problem]:
    """A heading begins with number signs. Bold words on a line of their own look like a heading, but no link or screen reader can find them as one."""
    for number, line in source.numbered():
        if found := ALL_BOLD.match(line):
            wrong = "This line looks like a heading but is not one, so nobody can go to it."
            yield source.problem(number, wrong, f"If it is one, write ## {found[1]}")
