"""One build at a time: two that make the site in one folder of a project would take each other's files away."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sds.output.holding import OutputError, unwritten
from sds.paths import CACHE


@contextmanager
def one_build(staged: Path) -> Iterator[None]:
    """Keeps the folder ``staged`` of a project for this build while it lasts. Raises OutputError where another is under way, or nothing can be written.

    The system lets the lock go when the build ends, however it ends: one that was stopped is in nobody's way.
    """
    lock = staged.parent / CACHE / f"{staged.name.removeprefix('.')}.lock"
    with _opened(lock) as file:
        if not _locked(file):
            raise OutputError("Another build of this project is running. Nothing was built. Build again when it has finished.")
        yield


def _opened(lock: Path) -> IO[str]:
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        return lock.open("a", encoding="utf-8")
    except OSError as error:
        raise unwritten(lock, error) from error


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[str]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        """Whether ``file`` was free, and is locked now until it is closed."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
