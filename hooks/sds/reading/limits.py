"""How large and how deep a file may be, so that none takes the memory or the time of whoever reads it."""

from __future__ import annotations

import re

import yaml

from sds.problem import Problem

MOST_BYTES = 5_000_000
"""Ten times the largest file that people have written here by hand."""
MOST_PAGE_BYTES = 500_000
DEEPEST = 20
"""How many lists and groups may stand in one another. What people write has eight at the most."""
MOST_BRACKETS = 500
"""How many square brackets one paragraph of a page may open: python-markdown looks for the end of each from its start."""

DEEP_ITEM = re.compile(r"^(?: {44,}(?:[-*+]|\d+\.) | *(?:> *){12})", re.MULTILINE)
"""An item of a list in ten others, or a quote in eleven."""
SET_IN = " " * 40
ITEMS = re.compile(r"\n *[-?] +[-?] +(?:[-?] +){6}")
BRACKET_FIRST = re.compile(r"\n\s*[\[{]")
MANY = 8
"""What a line has that may be a part of something deep: spaces before it, items in one another, a bracket before all else, or many brackets.

Only then is the depth counted, which takes as long as reading. All in one expression, with the start of a line as its first sign, they take five times as long.
"""


def too_large(path: str, size: int, most: int = MOST_BYTES) -> Problem | None:
    """The problem of a file of ``size`` bytes, where it is larger than ``most``."""
    if size <= most:
        return None
    return Problem(path, 1, f"This file has {size:,} bytes; the maximum is {most:,}.", "Delete what does not belong, or write two files.", hides=True)


def too_deep(path: str, text: str) -> list[Problem]:
    """The problem of YAML in which too many lists and groups stand in one another, on the line of the first that is too deep."""
    depth = 0
    if not _may_be_deep(text):
        return []
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                wrong = f"More than {DEEPEST} lists or groups are nested here."
                told = "If a bracket or a hyphen belongs to words, put the whole value in double quotes."
                line = event.start_mark.line + 1 if event.start_mark else 1
                return [Problem(path, line, wrong, told, hides=True)]
    except yaml.YAMLError:
        pass  # told with its cause by who reads the file
    return []


def _may_be_deep(text: str) -> bool:
    lines = f"\n{text}"
    if SET_IN in text or ITEMS.search(lines) or BRACKET_FIRST.search(lines):
        return True
    return any(line.count("[") + line.count("{") >= MANY for line in text.split("\n") if "[" in line or "{" in line)


def too_much_for_markdown(path: str, text: str) -> Problem | None:
    """The problem of a page in which lists or quotes stand in one another too deeply, or a paragraph opens too many square brackets."""
    if deep := DEEP_ITEM.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        return Problem(path, line, "Lists or quotes are nested too deeply here.", "Indent the lines less.", hides=True)
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
        if (count := paragraph[0].count("[")) > MOST_BRACKETS:
            line = text.count("\n", 0, paragraph.start()) + 1
            return Problem(path, line, f"This paragraph has {count:,} square brackets; the maximum is {MOST_BRACKETS}.", "Delete them.", hides=True)
    return None
