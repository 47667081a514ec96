"""Checks a change and writes what its pull request will show: annotations on lines, a summary, a comment and suggestions. It sends nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sds.changes.compare import compared
from sds.changes.found_by import found_by
from sds.changes.pull_request import comment, marks, review
from sds.changes.told import titles
from sds.changes.versions import folder_of, version_of, where_begun
from sds.commands.arguments import parser
from sds.commands.check import diagnosed
from sds.project import EarlierRun, errors
from sds.reading.published import read_published


def main(arguments: Sequence[str], root: Path) -> int:
    """Writes comment.md and review.json to a folder, and prints the annotations. Returns 1 if the content has an error."""
    parse = parser("pull-request", __doc__)
    parse.add_argument("old", help="the revision that the change is for, such as main: it is compared with where it began there")
    parse.add_argument("out", type=Path, help="the folder to write to")
    given = parse.parse_args(arguments)
    found = diagnosed(root, EarlierRun(root))
    begun = where_begun(root, given.old)
    with folder_of(root, begun) as before:
        old, new = version_of(before), version_of(root)
        was, now = (set(read_published(folder)[0].addresses) for folder in (before, root))
    unread = sorted({one.path for one in errors(found) if one.path in old.documents.keys() - new.documents.keys() and (root / one.path).exists()})
    changes = [one for one in compared(old, new) if one.path not in unread]  # a file with a syntax error has no records now, but they are not removed
    called, searched = {**titles(old), **titles(new)}, list(found_by(old, new))
    said = comment(found, changes, called, (sorted(now - was), sorted(was - now)), unread, searched)
    diff = subprocess.run(["git", "-C", str(root), "diff", "--end-of-options", begun], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "comment.md").write_text(said.short, "utf-8")
    (given.out / "review.json").write_text(review(found, diff), "utf-8")
    print("\n".join(marks(found)))
    _summary(said.whole)
    return int(bool(errors(found)))


def _summary(text: str) -> None:
    """Adds ``text`` to the summary of the GitHub workflow run, if there is one."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(text)
