"""Rules for text that was meant as a heading, and for headings that end in a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sds.markdown_pages.source import NEWS, Source, unless_code
from sds.problem import Problem, Replacement
from sds.rule import Example, rule

HYPHENS = re.compile(r" {0,3}-{2,}(?!8<-) *([^\s\-|:>\x00].*?)(?: +-{2,})? *$")
"""Text after the hyphens of a horizontal rule, which Markdown then does not recognise. The start of a snippet (``--8<--``) is not matched."""
ENDS = re.compile(r"(#{1,6} .*?)[:;,]( *\{[^{}]*\})? *$")
QUOTED = re.compile(r" {0,3}> ?((?:[A-Z]|\d+\. )[^.!?:;>|\u2026]*[\w)])\s*$")
"""A quotation of one line that does not end like a sentence."""
FEW = 9
"""The most words of a heading."""


@rule(
    "hyphens-stand-alone",
    "Do not begin a line with two hyphens",
    Example("--- Water", "## Water", NEWS),
)
def hyphens_stand_alone(source: Source) -> Iterator[Problem]:
    """Two or more hyphens draw a line across the page, and have a line to themselves. Before words, readers would see the hyphens."""
    for number, line in source.numbered():
        if found := HYPHENS.match(line):
            yield _told(source, number, "Hyphens stand before words, so that readers would see them as they are.", found[1].strip())


@rule(
    "headings-end-in-words",
    "End a heading without a sign",
    Example("## What to bring:", "## What to bring", NEWS),
)
def headings_end_in_words(source: Source) -> Iterator[Problem]:
    """A heading does not end with a colon, a semicolon or a comma."""
    for number, line in source.numbered():
        if not HYPHENS.match(line) and (found := ENDS.match(line)):
            yield _told(source, number, "A heading ends with a sign that nothing follows.", f"{found[1].rstrip()}{found[2] or ''}")


@rule(
    "quotations-are-no-headings",
    "Do not use a quotation as a heading",
    Example("> What to bring", "## What to bring", NEWS),
    {"warning": ""},
)
def quotations_are_no_headings(source: Source) -> Iterator[Problem]:
    """A heading begins with number signs. A few quoted words that are not a sentence look like a heading, but no link or screen reader can find them as one."""
    level = "##"
    for at, (number, line) in enumerate(source.numbered()):
        if (found := QUOTED.match(line)) and len(found[1].split()) <= FEW and _alone(source.shown, at):
            wrong, mended = "A quotation stands here that looks like a heading, and nobody can go to it.", unless_code(line, f"{level} {found[1]}")
            new = None if mended is None else Replacement(number, number, (line,), mended, sure=False)
            yield Problem(source.path, number, wrong, f"If it is a heading, write {level} {found[1]}", replacement=new)
        if line.startswith("##"):
            level = line.partition(" ")[0]


def _alone(shown: Sequence[str], at: int) -> bool:
    """Whether the lines above and below are not part of a quotation."""
    beside = (shown[at - 1] if at else "", shown[at + 1] if at + 1 < len(shown) else "")
    return not any(line.lstrip().startswith(">") for line in beside)


def _told(source: Source, number: int, wrong: str, mended: str) -> Problem:
    new = unless_code(source.shown[number - source.above - 1], mended)
    return source.problem(number, wrong, f"Write {mended}" if new else "Write the line without it.", new)
