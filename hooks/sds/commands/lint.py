"""Looks at form and types of all that a program reads. Every linter is run, whatever the others find."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser, run_module

LINTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Python: rules", ("ruff", "check", ".")),
    ("Python: form", ("ruff", "format", "--check", ".")),
    ("Python: types", ("mypy",)),
)
"""What each linter looks at, and the module and arguments that run it. A new one is a line here."""


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints what each linter says. Returns 1 when one of them finds something."""
    parser("lint", __doc__).parse_args(arguments)
    failed = []
    for what, (module, *rest) in LINTERS:
        print(f"{what}: ", end="", flush=True)
        if run_module(module, *rest, root=root):
            failed.append(what)
    if failed:
        print(f"Not in order: {', '.join(failed)}.")
    return int(bool(failed))
