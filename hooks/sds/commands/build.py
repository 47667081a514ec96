"""Writes the site to site/ with MkDocs, or to another folder without it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser, run_module
from sds.output.build_command import write


def main(arguments: Sequence[str], root: Path) -> int:
    """Builds, and says what there is to say."""
    parse = parser("build", __doc__)
    parse.add_argument("--no-mkdocs", metavar="OUT", type=Path, help="the folder to write to without MkDocs, its plugins and its hooks")
    out = parse.parse_args(arguments).no_mkdocs
    return write(root, out) if out else run_module("mkdocs", "build", "--strict", root=root)
