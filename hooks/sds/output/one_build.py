"""A lock that allows one build of a project at a time: two builds in the same staging folder would delete each other's files."""

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
    """A context in which this build has the lock for the staging folder ``staged``. Raises OutputError when another build has it, or it cannot be written.

    The operating system releases the lock when the process ends, however it ends, so a build that was killed does not block the next.
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
        """Tries to lock ``file`` until it is closed. Returns whether that succeeded."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
