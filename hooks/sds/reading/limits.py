"""Limits for the size and nesting depth of files, so that none takes too much memory or time to parse."""

from __future__ import annotations

import re

import yaml

from sds.problem import Problem

MOST_BYTES = 5_000_000
"""The greatest size of a YAML file in bytes: ten times the largest file so far."""
MOST_PAGE_BYTES = 500_000
DEEPEST = 20
"""The greatest nesting depth of lists and mappings in YAML. Real files have at most eight levels."""
MOST_BRACKETS = 500
"""The most square brackets in one paragraph of a page: for each, python-markdown searches the rest of the paragraph, which takes quadratic time."""

DEEP_ITEM = re.compile(r"^(?: {44,}(?:[-*+]|\d+\.) | *(?:> *){12})", re.MULTILINE)
"""A list item nested in ten others, or a quote nested in eleven."""
SET_IN = " " * 40
ITEMS = re.compile(r"\n *[-?] +[-?] +(?:[-?] +){6}")
BRACKET_FIRST = re.compile(r"\n\s*[\[{]")
MANY = 8
"""Signs of deep nesting: a deep indentation, nested items on one line, a bracket at the start of a line, or many brackets on one line.

Only with such a sign is the depth counted, because that takes as long as parsing. As a single pattern, these tests would take five times as long.
"""


def too_large(path: str, size: int, most: int = MOST_BYTES) -> Problem | None:
    """The problem for a file of ``size`` bytes if it is larger than ``most``, else None."""
    if size <= most:
        return None
    return Problem(path, 1, f"This file has {size:,} bytes; the maximum is {most:,}.", "Delete what does not belong, or write two files.", hides=True)


def too_deep(path: str, text: str) -> list[Problem]:
    """A list with the problem for YAML that is nested too deeply, on the line of the first value that is too deep; empty otherwise."""
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
        pass  # the parser reports it
    return []


def _may_be_deep(text: str) -> bool:
    lines = f"\n{text}"
    if SET_IN in text or ITEMS.search(lines) or BRACKET_FIRST.search(lines):
        return True
    return any(line.count("[") + line.count("{") >= MANY for line in text.split("\n") if "[" in line or "{" in line)


def too_much_for_markdown(path: str, text: str) -> Problem | None:
    """The problem for a Markdown page with too deeply nested lists or quotes, or too many square brackets in a paragraph; else None."""
    if deep := DEEP_ITEM.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        return Problem(path, line, "Lists or quotes are nested too deeply here.", "Indent the lines less.", hides=True)
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
        if (count := paragraph[0].count("[")) > MOST_BRACKETS:
            line = text.count("\n", 0, paragraph.start()) + 1
            return Problem(path, line, f"This paragraph has {count:,} square brackets; the maximum is {MOST_BRACKETS}.", "Delete them.", hides=True)
    return None
