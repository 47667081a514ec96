"""``python -m sds NAME``: every command of the project. ``python3 run.py NAME`` sets up what a command needs, and calls it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from sds.paths import SPINE
from sds.suggest import nearest

COMMANDS = {
    "site": "shows the site on this machine, anew at each save",
    "check": "says what is to put right in the content, in seconds, and builds nothing",
    "fix": "writes the lines that messages of check propose",
    "easy-read": "reports on the easy-read words: figures, and all that is to put right",
    "build": "writes the site to site/",
    "test": "runs the tests: --quick those that need no browser, --all everything",
    "lint": "looks at form and types of code, scripts, styles and templates",
    "format": "puts that form right where a program can",
    "new": "prints a record to fill in, with the next free id, and says where it goes",
    "schemas": "writes the schemas that give hints while one writes",
    "pull-request": "writes what a pull request is told: marks, a comment, lines to accept",
    "changes": "says what changed for readers between two versions",
    "record": "adds what the site has now to the list of what was published, and has to stay",
    "addresses": "asks every address of another site whether it still answers: needs the internet, takes minutes",
}
"""Each command and what it does. It is ``main`` in the module of ``sds.commands`` that has its name."""


def overview() -> str:
    """Every command with what it does, as text."""
    lines = (f"  {name:<14}{does}" for name, does in COMMANDS.items())
    return "\n".join(["python3 run.py NAME", "", *lines, "", "python3 run.py NAME --help says more of one."])


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs one command on the project in ``root``. Returns its exit status: 0 when all is well, 1 when something is to put right, 2 for a wrong call."""
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
    command = importlib.import_module(f"sds.commands.{name.replace('-', '_')}")  # only its own: check should not wait for what others need
    status: int = command.main(rest, root)
    return status


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Path.cwd()))
    except KeyboardInterrupt:  # Ctrl-C is how a preview ends
        sys.exit(130)
