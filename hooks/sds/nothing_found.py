"""Notes on disk of where an earlier run looked and found nothing: to check content after one file changed, only that file is looked at again."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

DAYS = 2
"""How long a note is kept that no run asks for."""
Item = TypeVar("Item")


class NothingFound:
    """Only that nothing was found is kept. What was found is found anew, so each message is the same word for word.

    All notes stand in one file, each as a hash of what was looked at and the day on which it was asked for last: a file for each took a tenth of a check.
    Of two runs at once the later one keeps its notes, and those of the other are made again.
    """

    def __init__(self, file: Path | None, code: bytes) -> None:
        """Keeps the notes in ``file``, or none without one. A change in the ``code`` makes all anew."""
        self._file, self._code = file, code
        self._notes = _read(file)
        self._today = int(time.time() // (24 * 3600))

    def among(self, inputs: tuple[str, ...], look: Callable[[], Iterable[Item]]) -> list[Item]:
        """What ``look`` finds; nothing where an earlier run found nothing with the same ``inputs``, which are all that ``look`` rests on."""
        if self._file is None:
            return list(look())
        key = hashlib.sha256(self._code)
        for part in inputs:
            key.update(part.encode() + b"\0")
        note = key.hexdigest()
        if note in self._notes:
            self._notes[note] = self._today
            return []
        found = list(look())
        if not found:
            self._notes[note] = self._today
        return found

    def prune(self) -> None:
        """Writes the notes down, without those that nobody has asked for lately. Where they cannot be written, nothing is kept."""
        if self._file is None:
            return
        lines = (f"{note} {day}\n" for note, day in self._notes.items() if day >= self._today - DAYS)
        with suppress(OSError):  # a disk that is full, or a folder that is only to be read
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part_written = self._file.with_suffix(f".{os.getpid()}.part")  # two runs at once: neither reads half of the other's
            part_written.write_text("".join(lines), "utf-8")
            part_written.replace(self._file)


def _read(file: Path | None) -> dict[str, int]:
    """The notes of earlier runs, each with its day; none where the file is not there or is none of ours."""
    try:
        lines = file.read_text("utf-8").splitlines() if file else []
        return {note: int(day) for note, day in (line.split(" ") for line in lines)}
    except (OSError, ValueError):
        return {}


LOOK_ANEW = NothingFound(None, b"")
"""For who keeps nothing on disk."""
