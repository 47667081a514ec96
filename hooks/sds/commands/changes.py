"""Says what changed for readers between two versions: folders, or revisions that git knows. Without a second, the files as they are now."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sds.changes.compare import compared
from sds.changes.told import as_json, as_markdown, as_text, summary, titles
from sds.changes.versions import UnknownVersionError, folder_of, version_of
from sds.commands.arguments import parser


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints the changes. Returns 2 when there is no such version."""
    parse = parser("changes", __doc__)
    parse.add_argument("old", help="a folder or a revision, such as main")
    parse.add_argument("new", nargs="?", default=str(root), help="another; without it, the files as they are now")
    parse.add_argument("--form", choices=("text", "markdown", "json"), default="text")
    given = parse.parse_args(arguments)
    try:
        with folder_of(root, given.old) as before, folder_of(root, given.new) as after:
            old, new = version_of(before), version_of(after)
    except UnknownVersionError as error:
        print(error, file=sys.stderr)
        return 2
    changes, called = list(compared(old, new)), {**titles(old), **titles(new)}
    if given.form == "json":
        print(as_json(changes, called), end="")
        return 0
    lines = (as_markdown if given.form == "markdown" else as_text)(changes, called)
    print("\n".join([summary(changes), *lines]))
    return 0
