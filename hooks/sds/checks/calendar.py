"""The rule for dates in text, which must exist in the calendar. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Collection, Iterator
from functools import partial

from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.model.days import MONTHS
from sds.model.field_types import YEAR
from sds.model.marks import SaysWhen
from sds.problem import Level, Problem
from sds.reading.field_forms import at_any, has_mark
from sds.reading.joined_values import Joined, joined
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import values_of
from sds.reading.visible_words import Visible
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

IN_WORDS = re.compile(rf"(?:(?<![\w.,:/-])(\d{{1,2}}) )?\b({'|'.join(MONTHS)})\b(?: (\d{{3,}})\b(?![.,:/-]?\d))?")
"""A month with, optionally, a day before it and a year after it. A number of two digits after it is left out, as it may be no year."""
LEAP_YEAR = 2000
PART = r"(?:the year |about |early |late |spring |summer |autumn |winter )?"
NO_COUNT = r"\b(?![.,:/-]?\d)(?! (?!(?:the|and|to|or|it|we|they|this|a|an)\b)[a-z])"
"""A lookahead for a number that is not a count: no noun follows."""
PAST = re.compile(rf"\b(?:(?:Acts?|Regulations|Rules|Orders?) |(?:[Ll]aws?|[Ee]dition) of |[Ss]ince {PART})([12]\d{{3,4}})\b(?![.,:/-]?\d)")
"""The year of a law, or since when something has been so, which must not be in the future."""
ANY = re.compile(rf"\b(?:[Ii]n|[Ff]rom|[Dd]uring|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Oo]f) {PART}((?:19|20)\d{{2,3}}){NO_COUNT}")
SPELT = (
    r"(?:nineteen|twenty)[ -](?:hundred|oh|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?![-a-z])"
)
SPELT_WHEN = re.compile(rf"\b(?:{SPELT}|two thousand\b)", re.IGNORECASE)
"""A year in words, in a field that says when."""
SPELT_IN = re.compile(
    rf"\b(?:(?:Acts?|Regulations|[Ss]ince)(?: of| from)? (?:{SPELT}|two thousand\b)|(?:[Ii]n|[Oo]f) {SPELT}(?=[.,;)]|$| (?:and|the|to|it|we|they)\b))"
)
"""A year in words inside text, after a word that a year follows."""
NUMBER = re.compile(r"\b(?<![.,:/-])\d{4,}\b")
A_MONTH, A_YEAR, A_YEAR_SPELT = re.compile("|".join(MONTHS)), re.compile(r"\d(?<=[^\w.,:/-]\d)\d{3}"), re.compile(r"[nNtT](?i:ineteen|wenty|wo thousand)")
"""Quick tests, for ``Joined.suspects``."""
QUICK = (A_MONTH, A_YEAR, A_YEAR_SPELT)
SPELT_OUT = "A year is written in digits."
AS_THERE, DIGITS = "Write it as its source has it.", "Write its four digits."
LEAVE = "If it is right, leave it; else write the year as its source has it."
AHEAD = 10
"""The most years in the future that a text may name without a warning."""


@rule(
    "days-are-in-the-calendar",
    "Days and years that exist",
    Example("      why: The by-law of 31 April gives each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
    {"error": "There is no such day, or it cannot have been yet.", "warning": "The year is more than ten years ahead. It may be right."},
)
def days_are_in_the_calendar(context: Context) -> Iterator[Problem]:
    """If the words name a day, its month has that day. A year has four digits, and the year of a law or a document is not in the future."""
    year = context.today.year
    yield from context.in_documents("calendar", partial(_not_there, year), str(year))
    yield from context.in_pages("calendar", partial(_not_there_in_page, year), str(year))


def dated_ahead(words: str, today: datetime.date) -> bool:
    """Whether ``words``, the date of a web page, begin with a day, month or year in the future."""
    day, month, year = found.groups() if (found := IN_WORDS.match(words)) else (None, None, words if YEAR.fullmatch(words) else None)
    return year is not None and (int(year), MONTHS.get(month or "", 1), int(day or 1)) > (today.year, today.month, today.day)


def _not_there(this_year: int, document: Document) -> Iterator[Problem]:
    model = kind_of_file(document.path).model
    values = values_of(document)
    for at, suspected in joined(document).suspects(*QUICK).items():
        place, value = values[at]
        dated = has_mark(model, at_any(place), SaysWhen())
        told = set[str]()
        for words, level, wrong in _wrong(value, suspected, this_year, dated):
            if wrong not in told:
                told.add(wrong)
                yield _problem(document.path, document.line(place), words, level, wrong)


def _not_there_in_page(this_year: int, file: Visible) -> Iterator[Problem]:
    lines = file.seen.split("\n")
    for at, suspected in Joined(lines).suspects(*QUICK).items():
        for words, level, wrong in _wrong(lines[at], suspected, this_year, dated=False):
            yield _problem(file.path, at + 1, words, level, wrong)


def _problem(path: str, line: int, words: str, level: Level, wrong: str) -> Problem:
    instead = LEAVE if level == "warning" else DIGITS if wrong == SPELT_OUT else AS_THERE
    return Problem(path, line, f'"{words}": {wrong}', instead, level=level)


def _wrong(value: str, suspected: Collection[re.Pattern[str]], this_year: int, dated: bool) -> Iterator[tuple[str, Level, str]]:
    """For each impossible or doubtful date in ``value``: its words, the level, and what is wrong. ``suspected`` has the quick tests that found the value, and
    ``dated`` is true for a field with a date of publication."""
    for found in IN_WORDS.finditer(value) if A_MONTH in suspected else ():
        day, month, year = found.groups()
        if year and not YEAR.fullmatch(year):
            yield found[0], "error", f'"{year}" is not a year.'
            continue
        last = calendar.monthrange(int(year or LEAP_YEAR), MONTHS[month])[1]
        if day and not 1 <= int(day) <= last:
            yield found[0], "error", f"{month} {year or ''}".strip() + f" has no day {day}."
        elif year and not dated and int(year) > this_year + AHEAD:
            yield found[0], "warning", f"{year} is far ahead."
    for pattern, most in ((PAST, 0), (ANY, AHEAD), *(((NUMBER, AHEAD),) if dated else ())) if A_YEAR in suspected else ():
        for found in pattern.finditer(value):
            year = found[found.re.groups]
            if not YEAR.fullmatch(year):
                yield found[0], "error", f'"{year}" is not a year.'
            elif int(year) > this_year + most:
                level: Level = "warning" if pattern is ANY else "error"
                yield found[0], level, f"{year} is far ahead." if pattern is ANY else f"{year} is in the future."
    for found in (SPELT_WHEN if dated else SPELT_IN).finditer(value) if A_YEAR_SPELT in suspected else ():
        yield found[0], "error", SPELT_OUT
