"""Reads the records of an earlier version: a folder, or a git revision. Only the commands that compare versions use this; a build never does."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sds.changes.compare import Version
from sds.paths import CONTENT, PAGES, PARTS, SPINE
from sds.reading.load import load


class UnknownVersionError(Exception):
    """There is neither such a folder nor such a git revision. The message is a sentence for the user."""


@contextmanager
def version_folder(root: Path, name: str) -> Iterator[Path]:
    """The folder ``name`` or, for a git revision, a temporary folder with its content. Raises UnknownVersionError."""
    if (Path(name) / SPINE).exists():
        yield Path(name)
        return
    command = ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", name, SPINE, CONTENT]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise UnknownVersionError(f'"{name}" is not a day that was published, a folder with {SPINE} in it, or a revision that git knows.')
    with tempfile.TemporaryDirectory() as made:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(made, filter="data")
        yield Path(made)


def merge_base(root: Path, name: str) -> str:
    """The revision from which the files of ``root`` went their own way from the revision ``name``: what others have added to that since is no part of a change.

    ``name`` itself if it is a folder, or if git knows no revision that both have in common.
    """
    if (Path(name) / SPINE).exists():
        return name
    command = ["git", "-C", str(root), "merge-base", "--end-of-options", name, "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or name


def read_version(folder: Path) -> Version:
    """The records of the files in a folder, including those with errors."""
    where = load(folder).where
    pages, drawings = (
        {path.relative_to(folder).as_posix(): path.read_text("utf-8", errors="replace") for path in sorted((folder / inner).rglob(pattern))}
        for inner, pattern in ((PAGES, "*.md"), (PARTS, "*.svg"))
    )
    return Version(where.documents, where.places, pages, drawings)
