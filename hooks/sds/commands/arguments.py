"""What several commands use: an argument parser with the module's docstring as its help, programs in the virtual environment, and relative file names."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def parser(name: str, about: str | None) -> argparse.ArgumentParser:
    """The argument parser of the command ``name``. ``about`` is the docstring of its module, and becomes its help text."""
    return argparse.ArgumentParser(prog=f"python3 run.py {name}", description=about, formatter_class=argparse.RawDescriptionHelpFormatter)


def run_module(module: str, *arguments: str | Path, root: Path, **variables: str) -> int:
    """Runs ``python -m module`` in the project's folder ``root``, with extra environment ``variables``. Returns its exit status."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, cwd=root, env={**os.environ, **QUIET, **variables}, check=False).returncode  # noqa: S603


def program(name: str) -> Path:
    """The path of a program in the same virtual environment as this Python."""
    return Path(sys.executable).parent / name


def relative(files: Sequence[str], root: Path) -> list[str]:
    """Turns file names (absolute, or relative to the current folder) into paths relative to ``root``, as messages show them. A file outside keeps its full
    path."""
    whole = [Path(os.path.abspath(file)) for file in files]  # noqa: PTH100 (resolve would follow a link, which is to keep its own name)
    return [file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix() for file in whole]
