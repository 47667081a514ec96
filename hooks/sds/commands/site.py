"""Shows the site on this machine, and anew at each save, until Ctrl-C is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.preview.server import run
from sds.preview.web import DEFAULT_PORT


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs the preview until Ctrl-C, and returns its exit status."""
    parse = parser("site", __doc__)
    parse.add_argument("--port", type=int, help=f"the port to serve on; without it, {DEFAULT_PORT} or the next that is free")
    return run(root, parse.parse_args(arguments).port)
