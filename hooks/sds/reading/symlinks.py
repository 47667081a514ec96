"""Refuses symbolic links, which could lead to any file of the machine that runs the build, and reports files that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sds.paths import CONTENT, SPINE
from sds.problem import Problem


def symlinks(root: Path) -> Iterator[Problem]:
    """A problem for each symbolic link among the files that editors write."""
    if (root / SPINE).is_symlink():
        yield symlink(SPINE)
    if (root / CONTENT).is_symlink():
        yield _endless(CONTENT) if _leads_back(root / CONTENT) else symlink(CONTENT)
        return  # do not look behind the link
    for folder, folders, files in os.walk(root / CONTENT):  # os.walk follows no links
        for name in sorted((*folders, *files)):
            if (path := Path(folder, name)).is_symlink():
                shown = path.relative_to(root).as_posix()
                yield _endless(shown) if _leads_back(path) else symlink(shown)


def symlink(path: str) -> Problem:
    """The problem for the symbolic link ``path``."""
    return Problem(path, 1, "This is a link to another file.", "Put the file itself here: a link could bring any file of a machine onto the site.")


def _leads_back(link: Path) -> bool:
    """Whether a link leads to itself or to a folder that contains it, so that following it would never end."""
    return Path(os.path.realpath(link)) in (here := Path(os.path.realpath(link.parent), link.name), *here.parents)


def _endless(path: str) -> Problem:
    wrong = "This is a link that leads back to itself, or to a folder that it is in."
    return Problem(path, 1, wrong, "Delete it. If a file or a folder stood here before, restore that from an earlier version.")


def unreadable(root: Path, error: OSError) -> Problem:
    """The problem for a file that could not be read. Raises ``error`` again if it is not about a file of the project."""
    if not error.filename or not Path(error.filename).is_relative_to(root):
        raise error
    path = Path(error.filename).relative_to(root).as_posix()
    return Problem(
        path, 1, f"This file cannot be read: {error.strerror or error}.", "Change its permissions, or restore it from an earlier version.", hides=True
    )
