"""Formats code, scripts, styles, templates and booklets. ``python3 run.py lint`` then says what a program cannot fix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.commands.code_tools import TOOLS, install_from_npm, run


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs every tool that can fix what it finds."""
    parser("format", __doc__).parse_args(arguments)
    install_from_npm(root)
    for tool in TOOLS:
        if tool.fix:
            run(tool.fix, root / tool.folder)
    return 0
