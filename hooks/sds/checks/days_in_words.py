"""The rule for the form of days in words, which is one. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sds.checks.context import Context
from sds.checks.own_words import line_with
from sds.checks.rule import WATER
from sds.model.days import MONTHS, iso_day
from sds.model.field_types import NOT_WORDS
from sds.model.in_print import day
from sds.model.marks import SaysWhen
from sds.problem import Problem
from sds.reading.field_forms import at_any, has_mark, is_words, says_words
from sds.reading.joined_values import values_with
from sds.reading.modelines import kind_of_file
from sds.reading.visible_words import Visible
from sds.reading.yaml_lines import replacement
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

SHORT = "|".join(name[:3] for name in MONTHS)
FULL = "|".join(MONTHS)
DAY = re.compile(rf"\d(?:([-./])\d{{1,2}}\1\d|(?:st|nd|rd|th)?(?: of)?[ -](?i:{SHORT})|(?<=[a-z.] \d)\d?(?:st|nd|rd|th)?,? \d{{4}})")
"""A quick test: words without a match name no day. It begins with the digit, so that the search goes from digit to digit."""
IN_FIGURES = re.compile(
    r"(?<![\w/.,:-])(?![1-9]\d?\.[1-9]\d?\.\d\d\b)\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/-]|[.:,]\d)"  # 1.4.10 is a part or a version
)
"""A day in figures with the year last."""
OTHER_FORMS = (
    re.compile(r"(?<![\w/.,:-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?![\w/-]|[.:,]\d)"),
    IN_FIGURES,
    re.compile(rf"(?<![\w/.,:-])\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -](?:(?i:{FULL}|{SHORT}|sept))\b\.?,?[ -]\d{{4}}\b"),
    re.compile(rf"\b(?:{FULL}|{SHORT}|Sept)\b\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"),
)
"""Days in figures and in words, among which the right form may be too."""
SHORT_YEAR = re.compile(rf"\b\d{{1,2}} (?:{FULL}) '?\d{{2}}(?=$|[.,;)])")
NO_YEAR = re.compile(rf"\b\d{{1,2}} (?:{FULL})\b")
A_YEAR = re.compile(r"\b\d{4}\b")


@rule(
    "days-have-one-form",
    "Days in one form",
    Example("      why: The by-law of 1998-05-01 gives each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def days_have_one_form(context: Context) -> Iterator[Problem]:
    """In words, a day is written as in 3 May 2026: the day, the month as a whole word, and the year. A field that says when something was has a year with each
    day."""
    yield from context.in_documents("forms of days", _otherwise)
    yield from context.in_pages("forms of days", _otherwise_in_page)


def _otherwise(document: Document) -> Iterator[Problem]:
    model, lines = kind_of_file(document.path).model, document.text.split("\n")
    for place, value in values_with(document, DAY):
        if not is_words(model, at_any(place)) or (NOT_WORDS.fullmatch(value) and says_words(model, at_any(place))):
            continue
        for said, iso in _in_other_forms(value):
            yield _problem(document.path, lines, line_with(said, value, document.line(place), lines), said, iso)
        if shortened := SHORT_YEAR.search(value):
            yield _short_year(document.path, document.line(place), shortened[0])
        elif has_mark(model, at_any(place), SaysWhen()) and not A_YEAR.search(value) and (alone := NO_YEAR.search(value)):
            yield Problem(document.path, document.line(place), f'"{alone[0]}" has no year.', "Write the year behind it.")


def _otherwise_in_page(file: Visible) -> Iterator[Problem]:
    lines = file.text.split("\n")
    for at, line in enumerate(file.seen.split("\n") if DAY.search(file.seen) else (), start=1):
        yield from (_problem(file.path, lines, at, said, iso) for said, iso in _in_other_forms(line))
        if shortened := SHORT_YEAR.search(line):
            yield _short_year(file.path, at, shortened[0])


def _short_year(path: str, line: int, said: str) -> Problem:
    return Problem(path, line, f'"{said}" has a year of two digits.', "Write its four digits.")


def _in_other_forms(words: str) -> Iterator[tuple[str, str]]:
    """Each day in ``words`` that is in another form, with its ISO date, or with an empty string if it can be read in two ways."""
    for found in (one for form in OTHER_FORMS for one in form.finditer(words)):
        iso = iso_day(found[0])
        if found[0] != day(iso) if iso else found.re is IN_FIGURES:
            yield found[0], iso


def _problem(path: str, lines: Sequence[str], at: int, said: str, iso: str) -> Problem:
    if not iso:
        return Problem(path, at, f'"{said}": A day in figures can be read in two ways.', "Write its month in words, as in 3 May 2026.")
    mended = lines[at - 1].replace(said, day(iso))
    new = replacement(lines, at, at, mended) if mended != lines[at - 1] else None
    told = f"Write {mended.strip()}" if new else f"Write {day(iso)}"
    return Problem(path, at, f'"{said}" is a day in a form of its own.', told, replacement=new)
