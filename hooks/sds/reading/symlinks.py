"""Files that are only a link to another, which may lead to any file of the machine that builds, and files that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sds.paths import CONTENT, SPINE
from sds.problem import Problem


def symlinks(root: Path) -> Iterator[Problem]:
    """A problem for each link among the files that an editor writes."""
    if (root / SPINE).is_symlink():
        yield symlink(SPINE)
    if (root / CONTENT).is_symlink():
        yield _endless(CONTENT) if _leads_back(root / CONTENT) else symlink(CONTENT)
        return  # what is behind it is another's
    for folder, folders, files in os.walk(root / CONTENT):  # which follows no link
        for name in sorted((*folders, *files)):
            if (path := Path(folder, name)).is_symlink():
                shown = path.relative_to(root).as_posix()
                yield _endless(shown) if _leads_back(path) else symlink(shown)


def symlink(path: str) -> Problem:
    """The problem of the link ``path``."""
    return Problem(path, 1, "This is a link to another file.", "Put the file itself here: a link could bring any file of a machine onto the site.")


def _leads_back(link: Path) -> bool:
    """Whether a link leads to itself or to a folder that it stands in: whoever followed it would come by it again and again."""
    return Path(os.path.realpath(link)) in (here := Path(os.path.realpath(link.parent), link.name), *here.parents)


def _endless(path: str) -> Problem:
    wrong = "This is a link that leads back to itself, or to a folder that it is in."
    return Problem(path, 1, wrong, "Delete it. If a file or a folder stood here before, restore that from an earlier version.")


def unreadable(root: Path, error: OSError) -> Problem:
    """The problem of the file that gave ``error`` when it was read. Raises the error again where it names no file of the project."""
    if not error.filename or not Path(error.filename).is_relative_to(root):
        raise error
    path = Path(error.filename).relative_to(root).as_posix()
    return Problem(
        path, 1, f"This file cannot be read: {error.strerror or error}.", "Change its permissions, or restore it from an earlier version.", hides=True
    )
