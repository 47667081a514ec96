"""Notes on disk of where an earlier run looked and found nothing: to check content after one file changed, only that file is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from sds.disk_cache import DiskCache

DAYS = 2
Item = TypeVar("Item")


class NothingFound:
    """Only that nothing was found is kept. What was found is found anew, so each message is the same word for word."""

    def __init__(self, folder: Path | None, code: bytes) -> None:
        """Keeps the notes in ``folder``, or none without one. A change in the ``code`` makes all anew."""
        self._disk = DiskCache(folder, "", DAYS, [code])

    def among(self, inputs: tuple[str, ...], look: Callable[[], Iterable[Item]]) -> list[Item]:
        """What ``look`` finds; nothing where an earlier run found nothing with the same ``inputs``, which are all that ``look`` rests on."""
        if self._disk.find(inputs) is not None:
            return []
        found = list(look())
        if not found:
            self._disk.keep(inputs, b"")
        return found

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self._disk.prune()


LOOK_ANEW = NothingFound(None, b"")
"""For who keeps nothing on disk."""
