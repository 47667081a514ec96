"""Do the easy-read pages keep the rules that stop a build? The rules themselves are in ``sds.easy_read.rules``."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sds.checks.context import Context
from sds.easy_read.check import breaches
from sds.problem import Problem

NEEDED = frozenset(["standard", "glossary", "easy-read", "pictures", "words-to-avoid", "resources"])
"""The forms of file that the rules look into: while one of these cannot be read, nothing said of easy read would be sure."""


def easy_read_keeps_its_rules(context: Context) -> Iterator[Problem]:
    """No easy-read page and no easy meaning breaks a rule at the level of an error. Warnings stop nothing."""
    if context.unread & NEEDED:
        return
    found = breaches(context.framework, context.where, datetime.date.today())
    yield from (breach.problem for breach in found if breach.level == "error")
