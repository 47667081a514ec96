"""``python -m sds NAME`` runs a command of the project. ``python3 run.py NAME`` first installs what the command needs, then calls this."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import relative
from sds.paths import SPINE
from sds.suggest import nearest

COMMANDS = {
    "site": "previews the site on this computer and updates it each time you save",
    "check": "checks the content and lists what to fix: takes seconds, builds nothing",
    "fix": "makes the fixes that check suggests",
    "easy-read": "reports on the easy-read words: figures, and everything to fix",
    "build": "writes the site to site/",
    "test": "runs the tests: --quick those that need no browser, --all everything",
    "lint": "checks the style and types of code, scripts, styles, templates and booklets",
    "format": "reformats code automatically",
    "vendored": "rebuilds third-party scripts from npm",
    "new": "prints a record to fill in, with the next free id, and says where it goes",
    "schemas": "writes the schemas that give hints while you write",
    "pull-request": "writes the comment on a pull request, with marks and lines to accept",
    "changes": "says what changed for readers between two versions",
    "version": "keeps a copy of the data as it is now, under its date",
    "record": "adds what the site has now to the list of what was published and must stay",
    "release": "makes the archives and checksums of a release from a built site",
    "contacts": "lists contacts that nobody has checked for a year, and records what you find",
    "addresses": "checks links to other sites: needs the internet, takes minutes",
}
"""Each command with its summary. A command is the function ``main`` in the module of ``sds.commands`` with its name (``-`` becomes ``_``)."""


def overview() -> str:
    """The help text: every command with its summary."""
    lines = (f"  {name:<14}{does}" for name, does in COMMANDS.items())
    return "\n".join(["python3 run.py NAME", "", *lines, "", "python3 run.py NAME --help explains a command."])


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs one command on the project in ``root``. Returns its exit status: 0 for success, 1 for problems to fix, 2 for a wrong command line."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(overview())
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        print(f'There is no command "{name}". {nearest(name, COMMANDS)}', file=sys.stderr)
        return 2
    if not (root / SPINE).exists():
        print(f"There is no {SPINE} here. Run this in the project's folder.", file=sys.stderr)
        return 2
    gc.disable()  # imports free no objects: garbage collection would take a seventh of their time
    command = importlib.import_module(f"sds.commands.{name.replace('-', '_')}")  # imported late, so that each command imports only what it needs
    gc.freeze()
    gc.enable()
    try:
        status: int = command.main(rest, root)
    except OSError as error:
        if not error.filename:
            raise
        path = relative([str(error.filename2 or error.filename)], root)[0]
        print(f"{path} cannot be read or written: {error.strerror or error}. Fix that and run {name} again.", file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Path.cwd()))
    except KeyboardInterrupt:  # Ctrl-C is how a preview ends
        sys.exit(130)
