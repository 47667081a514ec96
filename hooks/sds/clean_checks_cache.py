"""A cache on disk of checks that found nothing, so that after one file has changed only that file is checked again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sds.disk_cache import FEW_DAYS, atomic_write

Item = TypeVar("Item")


class CleanChecksCache:
    """Remembers only that a check found nothing. A check that found something runs again, so that its messages never come from a cache.

    All entries are lines of one file, each with the hash of what was checked and the day (days since 1970) on which a run last asked for it. With a file
    for each entry, a tenth of a check went into opening files. When two runs end together, the file of the later one stays, and the other's new entries
    are lost.
    """

    def __init__(self, file: Path | None, code: bytes) -> None:
        """Keeps the entries in ``file``; without a file, every check runs. A change in ``code``, the hash of the program, discards all entries."""
        self._file, self._code = file, code
        self._notes = _read(file)
        self._hashes: dict[str, bytes] = {}  # of the inputs, because the text of a file is one of those of each check
        self._today = int(time.time() // (24 * 3600))

    def among(self, inputs: tuple[str, ...], look: Callable[[], Iterable[Item]]) -> list[Item]:
        """What the check ``look`` finds, without calling it when it found nothing for the same ``inputs`` in an earlier run.

        ``inputs`` must be everything that the result of ``look`` depends on.
        """
        if self._file is None:
            return list(look())
        key = hashlib.sha256(self._code)
        for part in inputs:
            if part not in self._hashes:
                self._hashes[part] = hashlib.sha256(part.encode()).digest()
            key.update(self._hashes[part])
        note = key.hexdigest()
        if note in self._notes:
            self._notes[note] = self._today
            return []
        found = list(look())
        if not found:
            self._notes[note] = self._today
        return found

    def prune(self) -> None:
        """Writes the file, without entries that no run has asked for lately. Does nothing when it cannot be written."""
        if self._file is None:
            return
        lines = (f"{note} {day}\n" for note, day in self._notes.items() if day >= self._today - FEW_DAYS)
        with suppress(OSError):  # a full disk, or a read-only folder
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(self._file) as part_written:
                part_written.write_text("".join(lines), "utf-8")


def _read(file: Path | None) -> dict[str, int]:
    """The entries of earlier runs, each with its day; empty when the file does not exist or has another format."""
    try:
        lines = file.read_text("utf-8").splitlines() if file else []
        return {note: int(day) for note, day in (line.split(" ") for line in lines)}
    except (OSError, ValueError):
        return {}


NO_CACHE = CleanChecksCache(None, b"")
"""A cache that stores nothing: every check runs. For runs that use no cache on disk, such as a preview."""
