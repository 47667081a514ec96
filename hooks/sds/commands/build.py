"""Writes the site to site/."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser, run_module


def main(arguments: Sequence[str], root: Path) -> int:
    """Builds with MkDocs, which says what it does."""
    parser("build", __doc__).parse_args(arguments)
    return run_module("mkdocs", "build", "--strict", root=root)
