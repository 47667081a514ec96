"""Finds words that begin with the mark of a list item, such as a hyphen: part of the rule for plain words."""

from __future__ import annotations

import re

from sds.problem import FieldPath, Problem, quoted
from sds.reading.yaml_lines import entry
from sds.reading.yaml_text import Document

MARK = re.compile(r"[-+\u2022\u2013\u2014] +(?=\S)")
SIGNS = frozenset("-+\u2022\u2013\u2014")
"""A quick test: words that begin with none of these have no such mark."""
QUOTES = "\"'"


def list_mark(document: Document, place: FieldPath, value: str) -> Problem | None:
    """The problem for a ``value`` that begins with the mark of a list item, with the line to write without it; or None."""
    if value[:1] not in SIGNS or not (found := MARK.match(value)):
        return None
    rest, number = value[found.end() :], document.line(place)
    lines = document.text.split("\n")
    here = entry(lines, number)
    written = quoted(rest) if re.search(r": | #", rest) or not rest[0].isalnum() else rest
    new = here.replacement(lines, f"{here.lead}{written}") if here.value.strip(QUOTES) == value else None
    wrong = "These words begin with the mark of a list, and readers would see it."
    return Problem(document.path, number, wrong, f"Write {new.line.strip()}" if new else "Write the words without it.", replacement=new)
