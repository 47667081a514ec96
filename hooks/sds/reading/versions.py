"""``content/versions/<day>.json.gz``: the data as it was published on a day -> the versions that can be fetched again, or what is wrong with a file.

Each file holds a ``framework.json``, packed. Publishing writes them, and nothing changes one after that.
"""

from __future__ import annotations

import datetime
import gzip
import hashlib
import json
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sds.disk_cache import DiskCache
from sds.paths import VERSIONS
from sds.problem import Problem

ENDING = ".json.gz"
MOST = 200_000_000
"""How many bytes a version may have unpacked: 60 times what the first had. A packed file can be made to grow without end."""
AGAIN = "Restore it from an earlier version of the files: what was published does not change."
TAKE_AWAY = "Delete it: publishing writes these files."


class VersionError(Exception):
    """A file is not the data of a version. Its text is a sentence."""


@dataclass(frozen=True)
class StoredVersion:
    """The data that was published on a ``day`` (2026-12-15), and the file in which it is kept."""

    day: str
    file: Path

    @property
    def digest(self) -> str:
        """What no other file has."""
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    def text(self) -> str:
        """The ``framework.json`` of that day. Raises VersionError."""
        return _unpacked(self.file.read_bytes())

    def records(self) -> dict[str, Any]:
        """The same as values. Raises VersionError."""
        return _records(self.text())


def version_path(day: str) -> str:
    """The file of a version, relative to the project."""
    return f"{VERSIONS}/{day}{ENDING}"


def packed(text: str) -> bytes:
    """The bytes of such a file: the same for the same text."""
    return gzip.compress(text.encode(), 9, mtime=0)


def read_versions(root: Path, updated: str, known: DiskCache | None = None) -> tuple[tuple[StoredVersion, ...], list[Problem]]:
    """The versions of the project in ``root``, the earliest first, and what is wrong with files. ``updated`` is the day on which its content last changed.

    ``known`` may know from an earlier run which files are in order.
    """
    found, problems = list[StoredVersion](), list[Problem]()
    for file in sorted((root / VERSIONS).glob(f"*{ENDING}")):
        day = file.name.removesuffix(ENDING)
        if problem := _misnamed(day, updated) or _unusable(day, file.read_bytes(), known):
            problems.append(problem)
        else:
            found.append(StoredVersion(day, file))
    return tuple(found), problems


def _misnamed(day: str, updated: str) -> Problem | None:
    try:
        right = datetime.date.fromisoformat(day).isoformat() == day
    except ValueError:  # the 30th of February, or no day at all
        right = False
    if not right:
        return Problem(version_path(day), 1, f'"{day}" is not a day, and a version is named by its day.', TAKE_AWAY)
    if day > updated:
        return Problem(version_path(day), 1, f'"{day}" is later than the day on which the content last changed, which is {updated}.', TAKE_AWAY)
    return None


def _unusable(day: str, content: bytes, known: DiskCache | None) -> Problem | None:
    """What is wrong with the file of a version, whose name is a day."""
    key = (day, hashlib.sha256(content).hexdigest())
    if known and known.find(key) is not None:
        return None
    wrong, instead = _fault(day, content)
    if wrong:
        return Problem(version_path(day), 1, wrong, instead)
    if known:
        known.keep(key, b"")
    return None


@lru_cache(maxsize=64)  # a preview reads all files at each save
def _fault(day: str, content: bytes) -> tuple[str, str]:
    try:
        data = _records(_unpacked(content))
    except VersionError as error:
        return str(error), AGAIN
    if (own := data["framework"]["date"]) != day:
        return f"This is the data of {own}, and its name says {day}.", f"Name it {version_path(own)}"
    return "", ""


def _unpacked(content: bytes) -> str:
    """Raises VersionError."""
    try:
        pieces = zlib.decompressobj(wbits=31)  # a gzip file
        plain = pieces.decompress(content, MOST)
        if not pieces.eof:
            raise VersionError("This file is cut short." if not pieces.unconsumed_tail else "This file is too large when it is unpacked.")
        return plain.decode()
    except zlib.error as error:
        raise VersionError("This is not a gzip file, or it is damaged.") from error
    except UnicodeDecodeError as error:
        raise VersionError("The content of this file is not text.") from error


def _records(text: str) -> dict[str, Any]:
    """Raises VersionError."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise VersionError("The content of this file is not JSON.") from error
    about = data.get("framework") if isinstance(data, dict) else None
    lists = isinstance(data, dict) and all(_is_list(some) for kind, some in data.items() if kind != "framework")
    if not isinstance(about, dict) or not isinstance(about.get("date"), str) or not lists:
        raise VersionError("The content of this file is not the data of this site.")
    whole: dict[str, Any] = data
    return whole


def _is_list(some: Any) -> bool:
    return isinstance(some, list) and all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in some)
