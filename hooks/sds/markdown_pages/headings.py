"""What people type in a page where a heading is meant, and headings that end in a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sds.problem import Problem, Replacement

HYPHENS = re.compile(r" {0,3}-{2,} *([^\s\-|:>\x00].*?)(?: +-{2,})? *$")
"""A line of words behind the hyphens that make a line across the page: Markdown takes neither for what it is."""
ENDS = re.compile(r"(#{1,6} .*?)[:;,]( *\{[^{}]*\})? *$")
QUOTED = re.compile(r" {0,3}> ?((?:[A-Z]|\d+\. )[^.!?:;>|\u2026]*[\w)])\s*$")
"""A quotation on one line that ends as no sentence does."""
FEW = 9
"""As many words as a heading has."""


def headings(path: str, shown: Sequence[str], above: int) -> Iterator[Problem]:
    """A problem for each slip about a heading in the lines of a page, in which code is blanked, and which begin below ``above`` lines of its file."""
    level = "##"
    for at, line in enumerate(shown):
        number = above + at + 1
        if found := HYPHENS.match(line):
            wrong = "Hyphens stand before words, so that readers would see them as they are."
            yield _told(path, number, line, wrong, found[1].strip())
        elif found := ENDS.match(line):
            yield _told(path, number, line, "A heading ends with a sign that nothing follows.", f"{found[1].rstrip()}{found[2] or ''}")
        elif (found := QUOTED.match(line)) and len(found[1].split()) <= FEW and _alone(shown, at):
            wrong = "A quotation stands here that looks like a heading, and nobody can go to it."
            yield Problem(
                path, number, wrong, f"If it is a heading, write {level} {found[1]}", level="warning", replacement=_new(number, line, f"{level} {found[1]}")
            )
        if line.startswith("##"):
            level = line.partition(" ")[0]


def _alone(shown: Sequence[str], at: int) -> bool:
    """Whether no line of a quotation stands above or below."""
    beside = (shown[at - 1] if at else "", shown[at + 1] if at + 1 < len(shown) else "")
    return not any(line.lstrip().startswith(">") for line in beside)


def _new(number: int, line: str, mended: str) -> Replacement | None:
    """``mended`` in place of a line, where no code in it was blanked. It is only likely."""
    return None if "\x00" in line else Replacement(number, number, (line,), mended, sure=False)


def _told(path: str, number: int, line: str, wrong: str, mended: str) -> Problem:
    new = None if "\x00" in line else Replacement(number, number, (line,), mended)
    return Problem(path, number, wrong, f"Write {mended}" if new else "Write the line without it.", replacement=new)
