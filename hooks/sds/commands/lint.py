"""Looks at form and types of code, scripts, styles, templates, booklets and workflows. Every tool is run, whatever the others find.

YAML has no tool here: ``check`` reads that of the content, and tests hold it, and the files of .github, to their schemas. JSON is written by programs.

``python3 run.py format`` puts right what a program can.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.commands.code_tools import TOOLS, install_from_npm, run


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs every tool and shows its output. Returns 1 if any of them finds something."""
    parser("lint", __doc__).parse_args(arguments)
    install_from_npm(root)
    failed = []
    for tool in TOOLS:
        print(f"{tool.title}:", flush=True)
        if run(tool.check, root / tool.folder):
            failed.append(tool.title)
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return int(bool(failed))
