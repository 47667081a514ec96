"""Shows the site on this machine, anew at each save, until Ctrl-C is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser, run_module


def main(arguments: Sequence[str], root: Path) -> int:
    """Serves the site with MkDocs, which says where."""
    parser("site", __doc__).parse_args(arguments)
    return run_module("mkdocs", "serve", root=root)
