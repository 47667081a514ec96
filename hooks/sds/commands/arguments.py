"""What the commands share: a parser that says what its module says, the project's own tools, and the names of files."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def parser(name: str, about: str | None) -> argparse.ArgumentParser:
    """The parser of the command ``name``. ``about`` is the docstring of its module."""
    return argparse.ArgumentParser(prog=f"python3 run.py {name}", description=about, formatter_class=argparse.RawDescriptionHelpFormatter)


def run_module(module: str, *arguments: str | Path, root: Path, **variables: str) -> int:
    """Runs a program of Python that is installed beside this one, in the project's folder. Returns its exit status."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, cwd=root, env={**os.environ, **QUIET, **variables}, check=False).returncode  # noqa: S603


def program(name: str) -> Path:
    """A program that was installed beside this Python."""
    return Path(sys.executable).parent / name


def relative(files: Sequence[str], root: Path) -> list[str]:
    """Names of files as messages have them, relative to the project in ``root``; a name may be relative to the folder one is in, or whole."""
    whole = [Path(os.path.abspath(file)) for file in files]  # noqa: PTH100 (resolve would follow a link, which is to keep its own name)
    return [file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix() for file in whole]
