"""Files that are only a link to another, which may lead to any file of the machine that builds, and files that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sds.paths import SPINE
from sds.problem import Problem


def symlinks(root: Path) -> Iterator[Problem]:
    """A problem for each link among the files that an editor writes."""
    if (root / SPINE).is_symlink():
        yield symlink(SPINE)
    for folder, folders, files in os.walk(root / "content"):
        for name in sorted((*folders, *files)):
            if (path := Path(folder, name)).is_symlink():
                yield symlink(path.relative_to(root).as_posix())


def symlink(path: str) -> Problem:
    """The problem of the link ``path``."""
    return Problem(path, 1, "This is a link to another file.", "Put the file itself here: a link could bring any file of a machine onto the site.")


def unreadable(root: Path, error: OSError) -> Problem:
    """The problem of the file that gave ``error`` when it was read. Raises the error again where it names no file of the project."""
    if not error.filename or not Path(error.filename).is_relative_to(root):
        raise error
    path = Path(error.filename).relative_to(root).as_posix()
    return Problem(
        path, 1, f"This file cannot be read: {error.strerror or error}.", "Change its permissions, or restore it from an earlier version.", hides=True
    )
