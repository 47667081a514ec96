"""Finds what stands before, between or behind words and is no part of them: the mark of a list item, another sign, the name of a field, a colon at the end.

It is a part of the rule for plain words."""

from __future__ import annotations

import re

from pydantic import BaseModel

from sds.model.marks import LeadsOn
from sds.problem import FieldPath, Problem, quoted
from sds.reading.field_columns import all_fields
from sds.reading.field_forms import at_any, has_mark, is_words
from sds.reading.yaml_lines import entry
from sds.reading.yaml_text import Document

MARK = re.compile(r"[-+\u2022\u2013\u2014] +(?=\S)")
BETWEEN = re.compile(r" {2,}[-+\u2022] +(?=\S)")
"""The mark of the next item, with the spaces that were before it when it had a line of its own. A hyphen between single spaces may be a dash."""
NUMBER = r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)](?: +(?=[A-Za-z])|(?=[A-Z]))|\(?[A-Z]\) *(?=[A-Za-z])"
SIGN = re.compile(rf"(?:\.(?!\.)|[,:;=!?/|~_\\])[.,:;=!?/|~_\\]* *(?=[\w\"\u201c\u2018('])|-(?=[^\W\d])|{NUMBER}")
"""Other signs before words: punctuation, and the number or letter of a list."""
SECOND = re.compile(r"(?<!\S)\(?2[.)] ")
"""The second number of a list that became one line, which another rule reports."""
NAME = re.compile(r"([a-z_]+): +(?=\S)")
QUICK = (
    re.compile(rf"\n(?:{MARK.pattern}|{SIGN.pattern}|{NAME.pattern})"),
    re.compile(":$", re.MULTILINE),
    re.compile(r"  [-+\u2022] +(?=\S)"),  # the last two of the spaces for BETWEEN
)
"""Quick tests, for ``Joined.suspects``: words without a match have no such sign before, between or behind them."""
QUOTES = "\"'"


def list_mark(document: Document, place: FieldPath, value: str, model: type[BaseModel]) -> Problem | None:
    """The problem for a ``value`` with such a sign or name, with the line to write without it; or None."""
    if isinstance(place[-1], int) and (found := BETWEEN.search(value)):
        return _divided(document, place, value, found)
    if found := MARK.match(value):
        return _without(document, place, value, value[found.end() :], "These words begin with the mark of a list, and readers would see it.")
    if not is_words(model, at_any(place)):
        return None
    if (found := SIGN.match(value)) and not SECOND.search(value, found.end()):
        return _without(document, place, value, value[found.end() :], f'These words begin with "{found[0].strip()}", and readers would see it.')
    if (found := NAME.match(value)) and found[1] in all_fields():
        return _without(document, place, value, value[found.end() :], f'The name of a field begins these words, "{found[1]}:", and readers would see it.')
    if value.endswith(":") and not has_mark(model, at_any(place), LeadsOn()):
        return _without(document, place, value, value.rstrip(": "), "A colon ends these words, and nothing follows it.")
    return None


def _divided(document: Document, place: FieldPath, value: str, between: re.Match[str]) -> Problem:
    number, lines = document.line(place), document.text.split("\n")
    here = entry(lines, number)
    first, second = value[: between.start()], value[between.end() :]
    new = here.replacement(lines, f"{here.lead}{first}\n{here.space}{here.lead}{second}") if here.value == value else None
    return Problem(document.path, number, "Two items of the list are on one line.", f"Write - {second} on a line of its own", replacement=new)


def _without(document: Document, place: FieldPath, value: str, rest: str, wrong: str) -> Problem:
    number, lines = document.line(place), document.text.split("\n")
    here = entry(lines, number)
    written = quoted(rest) if re.search(r": | #", rest) or not rest[:1].isalnum() else rest
    new = here.replacement(lines, f"{here.lead}{written}") if here.value.strip(QUOTES) == value else None
    return Problem(document.path, number, wrong, f"Write {new.line.strip()}" if new else "Write the words without it.", replacement=new)
