"""Asks every address of another site whether it still answers. It needs the internet and takes minutes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sds.commands.arguments import parser, program, run_module

DATA = "site/data/framework.json"


def main(arguments: Sequence[str], root: Path) -> int:
    """Builds the site and checks the external links in its data with linkchecker. Returns 1 if one is broken."""
    parser("addresses", __doc__).parse_args(arguments)
    if status := run_module("mkdocs", "build", "--strict", root=root):
        return status
    found = sorted(set(addresses(json.loads((root / DATA).read_text("utf-8")))))
    options = ("--recursion-level=0", "--no-status", "--timeout=30")
    return subprocess.run([program("linkchecker"), *options, *found], cwd=root, check=False).returncode  # noqa: S603


def addresses(value: Any) -> Iterator[str]:
    """Every web address in a JSON value."""
    if isinstance(value, str):
        yield from [value] if value.startswith(("http://", "https://")) else []
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from addresses(inner)
