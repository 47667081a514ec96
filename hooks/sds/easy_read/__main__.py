"""``python -m sds.easy_read [folder]``: prints the report of easy read for the YAML files in a folder."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from sds.easy_read.check import breaches
from sds.easy_read.report import report
from sds.problem import report as problems_report
from sds.reading.load import load


def main(root: Path) -> int:
    """Prints the report. Returns 1 when there are errors, or files that cannot be read; warnings do not count."""
    loaded = load(root)
    if loaded.problems:
        print(problems_report(loaded.problems))
    if loaded.framework is None or loaded.unread:
        return 1
    found = breaches(loaded.framework, loaded.where, datetime.date.today())
    print(report(loaded.framework, found), end="")
    return int(bool(loaded.problems) or any(breach.level == "error" for breach in found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
