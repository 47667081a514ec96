"""Results kept on disk for the next run, each under the hash of all that it was made from."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

DAYS = 14
"""How long what a build makes is kept while no build asks for it: who changes a sentence back finds it there."""
version = cache(metadata.version)  # it reads and parses a file each time
READERS = ("pyyaml", "pydantic", "markdown", "pymdown-extensions", "mkdocs-material")


def code(folder: Path = Path(__file__).parent, packages: Sequence[str] = READERS) -> bytes:
    """The hash of the code in ``folder`` and of the versions of ``packages``, which work with it: what other code made is made anew.

    Without them it is the whole of the program and what reads and judges for it.
    """
    return hashlib.sha256("".join(map(version, packages)).encode() + _files(folder)).digest()


@cache  # what runs is what was there at its start
def _files(folder: Path) -> bytes:
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        digest.update(file.read_bytes() + b"\0")
    return digest.digest()


class DiskCache:
    """A folder of results. Without a folder, or where it cannot be written, nothing is kept. What is in it can be deleted at any time."""

    def __init__(self, folder: Path | None, suffix: str, days: int, shared: Iterable[bytes]) -> None:
        """``shared`` is what every result depends on: a change in it makes all anew. What nobody asked for in ``days`` days is pruned."""
        self._folder, self._suffix, self._days = folder, suffix, days
        self._asked_for: set[Path] = set()
        digest = hashlib.sha256()
        for part in shared:
            digest.update(part + b"\0")
        self._shared = digest.digest()

    def _file(self, inputs: Iterable[str]) -> Path | None:
        if self._folder is None:
            return None
        key = hashlib.sha256(self._shared)
        for part in inputs:
            key.update(part.encode() + b"\0")
        file = self._folder / f"{key.hexdigest()}{self._suffix}"
        self._asked_for.add(file)
        return file

    def find(self, inputs: Iterable[str]) -> bytes | None:
        """The result that was kept for ``inputs``, or None."""
        file = self._file(inputs)
        if file is None:
            return None
        try:
            result = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        return result

    def keep(self, inputs: Iterable[str], result: bytes) -> None:
        """Keeps the result for ``inputs``."""
        file = self._file(inputs)
        if file is None:
            return
        with suppress(OSError):  # a disk that is full, or a folder that is only to be read
            file.parent.mkdir(parents=True, exist_ok=True)
            part_written = file.with_suffix(f".{os.getpid()}.part")  # two runs at once: neither reads half of the other's
            part_written.write_bytes(result)
            part_written.replace(file)

    def get(self, inputs: Iterable[str], make: Callable[[], bytes]) -> bytes:
        """The result for ``inputs``: kept, or made by ``make`` and kept."""
        inputs = tuple(inputs)
        result = self.find(inputs)
        if result is None:
            result = make()
            self.keep(inputs, result)
        return result

    def prune(self) -> None:
        """Deletes what nobody has asked for lately. What this run has asked for stays, whatever the clocks of the machine and of the disk say."""
        if self._folder is None or not self._folder.is_dir():
            return
        kept: list[Path] = []
        with suppress(OSError):  # a folder that may not be read
            kept += self._folder.iterdir()
        for file in kept:
            with suppress(OSError):  # another run beside this one has given its part its name, or has pruned too; or the folder is only to be read
                if file not in self._asked_for and file.stat().st_mtime < time.time() - self._days * 24 * 3600:
                    file.unlink()
