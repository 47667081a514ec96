"""Is each day that words name one of the calendar? The rule is one function whose docstring is the rule in plain words."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import partial

from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.model.field_types import YEAR
from sds.problem import Problem
from sds.reading.field_forms import values_of
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
IN_WORDS = re.compile(rf"(?:(?<![\w.,:/-])(\d{{1,2}}) )?\b({'|'.join(MONTHS)})\b(?: (\d{{3,}})\b(?![.,:/-]?\d))?")
"""A month, with the number of a day before it and that of a year behind it, where they are there. Two digits behind it may count something else."""
LEAP_YEAR = 2000


@rule(
    "days-are-in-the-calendar",
    "Days and years that exist",
    Example("      why: The by-law of 31 April gives each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def days_are_in_the_calendar(context: Context) -> Iterator[Problem]:
    """If the words name a day, its month has that day. A year after the name of a month has four digits."""
    for path, document in context.where.documents.items():
        yield from context.nothing_found.among(("calendar", path, document.text), partial(_not_there, document))


def _not_there(document: Document) -> Iterator[Problem]:
    for place, value in values_of(document):
        for found in IN_WORDS.finditer(value):
            if wrong := _wrong(*found.groups()):
                yield Problem(document.path, document.line(place), f'"{found[0]}": {wrong}', "Write the day as the source gives it.")


def _wrong(day: str | None, month: str, year: str | None) -> str:
    """What is wrong with a day in words; nothing where there is such a day."""
    if year and not YEAR.fullmatch(year):
        return f'"{year}" is not a year.'
    last = calendar.monthrange(int(year or LEAP_YEAR), MONTHS[month])[1]
    return f"{month} {year or ''}".strip() + f" has no day {day}." if day and not 1 <= int(day) <= last else ""
