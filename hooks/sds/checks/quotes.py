"""The rule against quotation marks around a whole name or text. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from sds.checks.context import Context
from sds.model.field_types import Number
from sds.model.marks import Spoken
from sds.paths import GLOSSARY
from sds.problem import FieldPath, Problem, quoted
from sds.reading.field_forms import at_any, field_at, is_sentences, is_words, notes_at
from sds.reading.joined_values import values_with
from sds.reading.modelines import kind_of_file
from sds.reading.yaml_lines import entry
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

AROUND = re.compile(
    r"""\s*(?:"([^"]+)"|'((?:[^']|(?<=\w)'(?=\w))+)'|\u201c([^\u201c\u201d]+)\u201d|\u2018([^\u2018]+)['\u2019]|\u00ab([^\u00ab\u00bb]+)\u00bb)\s*"""
)

BEFORE = re.compile("\n\\s*[\"'\u201c\u2018\u00ab]")
"""A quick test, for ``Joined.suspects``: quotation marks around a value begin with one of these."""
NUMBER = re.compile("\\s*[\u201c\u2018'][\\d.]+[\u201d\u2019']\\s*")
"""A number in the quotation marks of a word processor, which a field takes as it is if it may hold more than a number."""
STRAIGHT = "\"'\\ "


@rule(
    "names-have-no-quotes",
    "No quotation marks around a whole passage",
    Example("    term: \u201cBed\u201d", "    term: Bed", GLOSSARY),
)
def names_have_no_quotes(context: Context) -> Iterator[Problem]:
    """No title or passage is in quotation marks as a whole, unless somebody says it. The quotation marks that belong to the file are straight double ones."""
    return context.in_documents("quotes", _in_quotes)


def _in_quotes(document: Document) -> Iterator[Problem]:
    form = kind_of_file(document.path)
    lines, around = document.text.split("\n"), dict[FieldPath, tuple[str, str]]()
    for place, value in values_with(document, BEFORE):
        if (
            (found := AROUND.fullmatch(value))
            and field_at(form.model, at := at_any(place))
            and (is_words(form.model, at) or (NUMBER.fullmatch(value) and not _refused(form.model, at)))
        ):
            around[place] = (value.strip(), next(filter(None, found.groups())))
    for place, (value, words) in around.items():
        if is_sentences(form.model, at_any(place)) and _spoken(form.model, at_any(place)):
            continue
        written, here = quoted(words) if words[0].isdecimal() or ": " in words or " #" in words else words, entry(lines, document.line(place))
        wrong = f"Readers would see the quotation marks around {value}."
        new = here.replacement(lines, f"{here.lead}{written}") if here.value.strip(STRAIGHT) == value.strip(STRAIGHT) else None
        yield Problem(document.path, here.first, wrong, f"Write {new.line.strip()}" if new else "Delete them.", replacement=new)


def _refused(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` takes digits only, so that quotation marks are reported when the file is read."""
    return get_args(Number)[1] in notes_at(model, place)


def _spoken(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place``, or one around it, is direct speech."""
    fields = (field_at(model, place[:length]) for length in range(1, len(place) + 1) if isinstance(place[length - 1], str))
    return any(Spoken() in field.metadata for field in fields if field)
