"""A cache on disk for the next run, with each result under the hash of its inputs."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib import metadata
from pathlib import Path

DAYS = 14
"""How many days a result is kept when no build asks for it. An editor who undoes a change within that time still finds the earlier result."""
FEW_DAYS = 2
"""The same for results that each save makes anew. Each save of a large file adds half a megabyte of parsed YAML."""
version = cache(metadata.version)  # cached, because each call reads and parses a file
READERS = ("pyyaml", "pydantic", "markdown", "pymdown-extensions", "mkdocs-material")


def code(folder: Path = Path(__file__).parent, packages: Sequence[str] = READERS) -> bytes:
    """The hash of the Python code in ``folder`` and of the versions of ``packages``. As a part of a cache's key, it discards what other code made.

    The defaults are this whole program, and the packages that parse and validate for it.
    """
    return hashlib.sha256("".join(map(version, packages)).encode() + _files(folder)).digest()


@cache  # later changes of files do not matter: this process runs the code that it has loaded
def _files(folder: Path) -> bytes:
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        digest.update(file.read_bytes() + b"\0")
    return digest.digest()


@contextmanager
def atomic_write(file: Path) -> Iterator[Path]:
    """The path to write to instead of ``file``, which replaces ``file`` afterwards in one step: a run beside this one never reads half a file."""
    part_written = file.with_suffix(f".{os.getpid()}.part")
    yield part_written
    part_written.replace(file)


class DiskCache:
    """A folder of results. Without a folder, or in one that cannot be written, nothing is cached. Its files can be deleted at any time."""

    def __init__(self, folder: Path | None, suffix: str, days: int, shared: Iterable[bytes]) -> None:
        """``suffix`` ends every file name. ``shared`` are inputs of every result: when one changes, all cached results are out of date.

        ``prune`` deletes results that no run has asked for in ``days`` days.
        """
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
        """The cached result for ``inputs``, or None."""
        return _read(self._file(inputs))

    def keep(self, inputs: Iterable[str], result: bytes) -> None:
        """Writes the result for ``inputs``. Does nothing when it cannot be written."""
        _write(self._file(inputs), result)

    def get(self, inputs: Iterable[str], make: Callable[[], bytes]) -> bytes:
        """The cached result for ``inputs``, or else what ``make`` returns, which is then cached."""
        file = self._file(inputs)
        result = _read(file)
        if result is None:
            result = make()
            _write(file, result)
        return result

    def prune(self) -> None:
        """Deletes results that no run has asked for lately. Those that this run has asked for stay, even if the clocks of machine and disk differ."""
        if self._folder is None or not self._folder.is_dir():
            return
        kept: list[Path] = []
        with suppress(OSError):  # a folder without permission to list it
            kept += self._folder.iterdir()
        for file in kept:
            with suppress(OSError):  # a run beside this one has renamed or deleted the file, or the folder is read-only
                if file not in self._asked_for and file.stat().st_mtime < time.time() - self._days * 24 * 3600:
                    file.unlink()


def _read(file: Path | None) -> bytes | None:
    if file is None:
        return None
    try:
        result = file.read_bytes()
        os.utime(file)
    except OSError:
        return None
    return result


def _write(file: Path | None, result: bytes) -> None:
    if file is None:
        return
    with suppress(OSError):  # a full disk, or a read-only folder
        file.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(file) as part_written:
            part_written.write_bytes(result)
