"""The rule for parts of a new law that have started. The rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.paths import LAW
from sds.problem import Problem
from sds.rule import Example, rule


@rule(
    "started-parts-say-since-when",
    "Since when a part of a law is in force",
    Example("      status: started", "      status: not-started", LAW),
)
def started_parts_say_since_when(context: Context) -> Iterator[Problem]:
    """A part of a new law that has started has the day on which it did."""
    commencement = context.framework.law.commencement
    for index, part in enumerate(commencement.parts if commencement and LAW not in context.incomplete else ()):
        if part.status == "started" and not part.since:
            wrong = f'"{part.id}" has started, and nothing says when.'
            yield context.where.problem_in(LAW, ("commencement", "parts", index, "status"), wrong, "Add the line since: with the day, as in since: 3 May 2026")
