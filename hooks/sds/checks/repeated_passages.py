"""The rule for passages and lines that were copied twice. Its docstring is its published text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sds.checks.context import Context
from sds.checks.own_words import lines_with, look_everywhere, texts_of
from sds.checks.rule import WATER
from sds.model.files import File
from sds.problem import Problem
from sds.reading.visible_words import GONE, Visible
from sds.reading.yaml_doubles import line_twice
from sds.reading.yaml_lines import starts
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

LONG = 7
"""The most words in a row that may be repeated in one text by chance or on purpose."""


@rule(
    "passages-stand-once",
    "No passage twice",
    Example(
        "      why: The by-law gives each ten beds a tap of its own by the path. The by-law gives each ten beds a tap of its own by the path.",
        "      why: The by-law gives each ten beds a tap.",
        WATER,
    ),
    {"warning": "A line may have been copied twice."},
)
def passages_stand_once(context: Context) -> Iterator[Problem]:
    """No passage says the same eight words twice, and no page has a line or a heading twice."""
    yield from look_everywhere(context, "passages", _twice_said, _line_twice)


def _twice_said(document: Document, form: File, not_ours: Collection[str]) -> Iterator[Problem]:
    lines = document.text.split("\n")
    doubled = {at for at, line in enumerate(lines) if at and line == lines[at - 1] and line.strip() and not starts(line) and line.lstrip()[0] != "#"}
    runs = sorted(at for at in doubled if at - 1 not in doubled)
    yield from (replace(line_twice(lines, at + 1).problem(document.path), hides=False) for at in runs)  # all of the file was read
    for place, value, _ in texts_of(document, form, not_ours):
        words = value.split()
        if len(words) - len(set(words)) > LONG and (again := _again(words)):  # all words of the second run are there before
            first = document.line(place)
            if any(first < other < first + len(words) for other in doubled):
                continue
            start = " ".join(words[again : again + 3])
            at = lines_with(start, value, first, lines)
            said = " ".join(words[again : again + LONG + 1])
            yield Problem(document.path, at[1] if len(at) > 1 else first, f'This passage says twice: "{said}".', "Delete one of the two.")


def _again(words: Sequence[str]) -> int:
    """The index at which a repeated run of words begins; 0 if there is none."""
    seen = set[tuple[str, ...]]()
    for at in range(len(words) - LONG):
        run = tuple(words[at : at + LONG + 1])
        if run in seen:
            return at
        seen.add(run)
    return 0


def _line_twice(file: Visible) -> Iterator[Problem]:
    seen = dict[str, int]()
    for number, line in enumerate(file.seen.split("\n"), start=1):
        words = " ".join(line.replace(GONE, " ").split())
        if words.count(" ") > LONG or words.startswith("#"):
            if words in seen:
                yield Problem(file.path, number, f"This line is on the page twice; the first is line {seen[words]}.", "Delete one of them.")
            seen.setdefault(words, number)
