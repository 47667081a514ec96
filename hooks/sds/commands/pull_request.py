"""Checks a change and writes what its pull request will show: annotations on lines, a summary, a comment and suggestions. It sends nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sds.changes.compare import record_changes
from sds.changes.pull_request import annotation_commands, comment, review
from sds.changes.search_words import search_word_changes
from sds.changes.sentences import titles_in
from sds.changes.versions import merge_base, read_version, version_folder
from sds.commands.arguments import parser
from sds.commands.check import all_problems
from sds.project import EarlierRun, errors
from sds.reading.published import read_published


def main(arguments: Sequence[str], root: Path) -> int:
    """Writes comment.md and review.json to a folder, and prints the annotations. Returns 1 if the content has an error."""
    parse = parser("pull-request", __doc__)
    parse.add_argument("old", help="the revision that the change is for, such as main: it is compared with where it began there")
    parse.add_argument("out", type=Path, help="the folder to write to")
    given = parse.parse_args(arguments)
    found = all_problems(root, EarlierRun(root))
    begun = merge_base(root, given.old)
    with version_folder(root, begun) as before:
        old, new = read_version(before), read_version(root)
        was, now = (set(read_published(folder)[0].addresses) for folder in (before, root))
    unread = sorted({one.path for one in errors(found) if one.path in old.documents.keys() - new.documents.keys() and (root / one.path).exists()})
    changes = [one for one in record_changes(old, new) if one.path not in unread]  # a file with a syntax error has no records now, but they are not removed
    titles, search_changes = {**titles_in(old), **titles_in(new)}, list(search_word_changes(old, new))
    text = comment(found, changes, titles, (sorted(now - was), sorted(was - now)), unread, search_changes)
    diff = subprocess.run(["git", "-C", str(root), "diff", "--end-of-options", begun], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "comment.md").write_text(text.short, "utf-8")
    (given.out / "review.json").write_text(review(found, diff), "utf-8")
    print("\n".join(annotation_commands(found)))
    _summary(text.full)
    return int(bool(errors(found)))


def _summary(text: str) -> None:
    """Adds ``text`` to the summary of the GitHub workflow run, if there is one."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(text)
