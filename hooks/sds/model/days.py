"""Days and months as people write them -> ISO dates and the words of the site."""

from __future__ import annotations

import calendar
import datetime
import re

FIRST_DAY = "1990-01-01"
"""The first day that a date may be. All are of the site itself, or say when a page of the web was read."""
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_NAME = r"[A-Za-z]{3,9}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})")
"""A day in figures, day first or, as some people write it, month first."""
FORMS = (
    re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"),
    DAY_FIRST,
    re.compile(rf"(?:the )?(?P<day>{_DAY})\.?(?: of)?[ -](?P<month>{_NAME})\.?,?[ -](?P<year>\d{{4}})"),
    re.compile(rf"(?P<month>{_NAME})\.? (?:the )?(?P<day>{_DAY}),? (?P<year>\d{{4}})"),
)
"""A day in figures, year first or last, and in words, day first or month first."""
OF_MONTH = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(rf"(?P<month>{_NAME})\.?,? (?P<year>\d{{4}})"),
)
"""A month and its year."""


def iso_day(words: str) -> str:
    """The ISO date of a day, or an empty string: for anything else, and for a day in figures that may be of two months (``3/4/2026``)."""
    for form in FORMS:
        if (found := form.fullmatch(words.strip())) and (month := _month(found["month"])):
            day = int(re.sub(r"\D", "", found["day"]))
            if form is DAY_FIRST and day <= len(MONTHS):
                return ""
            try:
                return datetime.date(int(found["year"]), month, day).isoformat()
            except ValueError:
                return ""
    return ""


def iso_month(words: str) -> str:
    """A month as year and month in figures (``2026-11``), or an empty string for anything else."""
    found = next((one for form in OF_MONTH if (one := form.fullmatch(words.strip()))), None)
    month = _month(found["month"]) if found else 0
    return f"{found['year']}-{month:02}" if found and month else ""


def _month(named: str) -> int:
    """The number of a month from its name, its first letters or its number; 0 if there is no such month."""
    if named.isdecimal():
        return int(named) if 1 <= int(named) <= len(MONTHS) else 0
    return next((number for name, number in MONTHS.items() if name.lower().startswith(named.lower())), 0)
