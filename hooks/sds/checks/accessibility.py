"""Rules for the accessibility statement, so that it is honest. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from sds.checks.context import Context
from sds.model.records import AccessibilityStatement
from sds.paths import ACCESSIBILITY
from sds.problem import FieldPath, Problem
from sds.rule import Example, rule

CRITERION = re.compile(r"[1-4]\.\d\.\d{1,2}")
"""The number of a WCAG 2 success criterion."""
A_YEAR = datetime.timedelta(days=366)
"""How long a statement is valid before somebody has to review it: the sample statement requires a review every year."""


def _statement(context: Context) -> AccessibilityStatement | None:
    """The accessibility statement, or None if there is none or a part of it was set aside because of an error."""
    return None if ACCESSIBILITY in context.incomplete else context.framework.accessibility


def _told(context: Context, place: FieldPath, wrong: str, instead: str, write: str = "") -> Problem:
    statement = context.framework.accessibility
    assert statement
    return context.where.problem("accessibility", statement.id, place, wrong, instead, write=write)


@rule(
    "statement-fits-what-it-tells",
    "No more is claimed than was tested",
    Example("status: full\n", "status: not-known\n", ACCESSIBILITY),
)
def statement_fits_what_it_tells(context: Context) -> Iterator[Problem]:
    """The accessibility statement says "full" only where people tested the site and no barrier fails the guidelines. It says "partial" only where one does."""
    statement = _statement(context)
    if statement is None:
        return
    failing = [one for one in statement.barriers if one.fails]
    if statement.status == "full" and failing:
        wrong = f'It says "full", and "{failing[0].id}" fails the guidelines.'
        yield _told(context, ("status",), wrong, "Write status: partial", "status: partial")
    elif statement.status == "full" and not any(test.people for test in statement.tests):
        wrong = 'It says "full", and only programs tested the site.'
        yield _told(context, ("status",), wrong, "Write status: not-known", "status: not-known")
    elif statement.status == "partial" and not failing:
        wrong = 'It says "partial", and no barrier says what fails.'
        yield _told(context, ("status",), wrong, "Add that under barriers, with why: fails, or write status: not-known")


@rule(
    "failures-name-their-criteria",
    "Which success criterion fails",
    Example("    why: no-rule\n    criteria: [1.2.6]\n", "    why: no-rule\n", ACCESSIBILITY),
)
def failures_name_their_criteria(context: Context) -> Iterator[Problem]:
    """A barrier that fails the guidelines gives the number of each success criterion that it fails, as in 1.4.3. No other barrier gives one."""
    statement = _statement(context)
    for at, barrier in enumerate(statement.barriers if statement else ()):
        for index, number in enumerate(barrier.criteria):
            if not CRITERION.fullmatch(number):
                wrong = f'"{number}" is not the number of a success criterion.'
                yield _told(context, ("barriers", at, "criteria", index), wrong, "Write it as in 1.4.3.")
        if barrier.fails and not barrier.criteria:
            yield _told(
                context, ("barriers", at, "why"), "It does not say which success criterion fails.", "Add criteria: [1.4.3], with the number that it is."
            )
        elif barrier.criteria and not barrier.fails:
            wrong = f'It names success criteria, and why is "{barrier.why}".'
            yield _told(context, ("barriers", at, "criteria"), wrong, "Write why: fails, or delete the criteria.")


@rule(
    "statement-is-read-after-its-tests",
    "Read again after each test",
    Example('reviewed: "2026-01-01"\n', 'reviewed: "2026-03-01"\n', ACCESSIBILITY),
)
def statement_is_read_after_its_tests(context: Context) -> Iterator[Problem]:
    """The accessibility statement was last reviewed on or after the day it was prepared, the day of the last test, and the day the last barrier was
    found."""
    statement = _statement(context)
    if statement is None:
        return
    days = [statement.prepared, *(test.when for test in statement.tests), *(barrier.found for barrier in statement.barriers)]
    if statement.reviewed < max(days):
        wrong = f'It was last reviewed on "{statement.reviewed}", but it mentions "{max(days)}".'
        yield _told(context, ("reviewed",), wrong, f'Read it, and write the day, as in reviewed: "{max(days)}"')


@rule(
    "statement-is-read-each-year",
    "Read again each year",
    Example('prepared: "2024-03-01"\nreviewed: "2024-03-01"\n', 'prepared: "2026-03-01"\nreviewed: "2026-03-01"\n', ACCESSIBILITY),
    levels={"warning": ""},
)
def statement_is_read_each_year(context: Context) -> Iterator[Problem]:
    """Somebody read the whole accessibility statement in the last 12 months."""
    statement = _statement(context)
    if statement and context.today - datetime.date.fromisoformat(statement.reviewed) > A_YEAR:
        wrong = f'Nobody has read this statement since "{statement.reviewed}".'
        yield _told(context, ("reviewed",), wrong, "Read it, repeat its tests, and write the day.")
