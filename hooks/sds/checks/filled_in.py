"""Finds words in which a placeholder is missing, or is in brackets of another kind, so that nothing would be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from sds.model.files import File
from sds.model.marks import Needs
from sds.problem import FieldPath, Problem, Replacement
from sds.reading.field_forms import at_any, description, notes_at
from sds.reading.values_and_lists import values_of
from sds.reading.yaml_text import Document

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
COUNT = "{count}"
COUNTED = re.compile(r"(?<![\w.,{-])\d{1,3}(?= [a-z])")


def unfilled(document: Document, form: File) -> Iterator[Problem]:
    """A problem for each field whose description names a placeholder that its words lack. One that counts may be left out, if no number is there instead."""
    for place, value in values_of(document):
        at = at_any(place)
        for name in _placeholders(form.model, at):
            wanted = f"{{{name}}}"
            if "{" in value:  # another rule reports a wrong name in braces
                continue
            if found := re.search(rf"\(\s*{name}\s*\)|\[\s*{name}\s*\]|<\s*{name}\s*>|%{name}%|\${name}\b", value, re.IGNORECASE):
                yield _told(document, place, f'"{found[0]}" stays as it is, because only {wanted} is filled in.', found[0], wanted)
            elif wanted == COUNT and (found := COUNTED.search(value)):
                yield _told(document, place, f"{found[0]} stays as it is when there are more or fewer.", found[0], wanted)
            elif Needs(wanted) in notes_at(form.model, at):
                wrong = f"These words are the same for all, because {wanted} is not in them."
                yield Problem(document.path, document.line(place), wrong, f"Write {wanted} where that belongs.")


@lru_cache(maxsize=1000)
def _placeholders(model: type[BaseModel], at: FieldPath) -> tuple[str, ...]:
    """The names of the placeholders that the description of the field at ``at`` gives."""
    return tuple(PLACEHOLDER.findall(description(model, at)))


def _told(document: Document, place: FieldPath, wrong: str, found: str, wanted: str) -> Problem:
    """The problem, with the line on which ``wanted`` replaces what was ``found``, unless that would need quotes."""
    number, lines = document.line(place), document.text.split("\n")
    at = next((at for at in range(number, min(number + 4, len(lines) + 1)) if lines[at - 1].count(found) == 1), 0)
    line = lines[at - 1].replace(found, wanted) if at else ""
    quotes = re.match(r" *- \{", line) and not re.search(rf'"[^"]*{re.escape(wanted)}[^"]*"', line)
    new = Replacement(at, at, (lines[at - 1],), line) if at and not quotes else None
    instead = f"Write {new.line.strip()}" if new else f"Write {wanted} there, and the whole in double quotes."
    return Problem(document.path, at or number, wrong, instead, replacement=new)
