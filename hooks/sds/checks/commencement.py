"""The rule for parts of a new law that have started. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sds.checks.context import Context
from sds.paths import LAW
from sds.problem import Problem
from sds.rule import Example, rule

STARTED = frozenset({"started", "partly-started"})
"""The states of a part of which something is in force."""


@rule(
    "started-parts-say-since-when",
    "Since when a part of a law is in force",
    Example("      status: started", "      status: not-started", LAW),
)
def started_parts_say_since_when(context: Context) -> Iterator[Problem]:
    """A part of a new law that has started, or partly started, has the day on which it did, and no other part has one."""
    commencement = context.framework.law.commencement
    for index, part in enumerate(commencement.parts if commencement and LAW not in context.incomplete else ()):
        at = "commencement", "parts", index
        if part.status not in STARTED and part.since:
            wrong = f'"{part.id}" has the day on which it started, and its status is {part.status}.'
            yield context.where.problem_in(LAW, (*at, "since"), wrong, "Delete the line since: or write status: started")
        elif part.status in STARTED and not re.search(r"\d", part.since or ""):  # another rule reports a day without its year
            wrong = f'"{part.id}" has started, and nothing says when.'
            field, what = ("since", "Write the day,") if part.since else ("status", "Add the line since: with the day,")
            yield context.where.problem_in(LAW, (*at, field), wrong, f"{what} as in since: 3 May 2026")
