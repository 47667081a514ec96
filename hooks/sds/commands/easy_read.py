"""Reports on the easy-read words: figures, how often each rule is broken, and every error and warning with file, line and what to write."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from sds.checks import diagnostics
from sds.checks.families import EASY_READ
from sds.commands.arguments import parser
from sds.easy_read.report import report
from sds.problem import report as problems_report
from sds.reading.load import load


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints the report. Returns 1 if there are errors or unreadable files; warnings do not count."""
    parser("easy-read", __doc__).parse_args(arguments)
    loaded = load(root)
    if loaded.problems:
        print(problems_report(loaded.problems))
    if loaded.framework is None or loaded.unread:
        return 1
    ids = {rule.id for rule in EASY_READ}
    found = [problem for problem in diagnostics(loaded, datetime.date.today()) if problem.rule in ids]
    print(report(loaded.framework, found, EASY_READ), end="")
    return int(bool(loaded.problems) or any(problem.level == "error" for problem in found))
