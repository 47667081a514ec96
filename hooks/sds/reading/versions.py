"""Reads the stored versions of the data, ``content/versions/<day>.json.gz``, and checks them.

Each file is a gzipped ``framework.json``. Publishing writes these files, and they never change afterwards.
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
"""The greatest decompressed size in bytes, 60 times that of the first version: a small gzip file can decompress to any size."""
AGAIN = "Restore it from an earlier version of the files: what was published does not change."
TAKE_AWAY = "Delete it: publishing writes these files."


class VersionError(Exception):
    """A file is not a valid version. The message is a whole sentence."""


@dataclass(frozen=True)
class StoredVersion:
    """The data that was published on a ``day`` (``2026-12-15``), and its file."""

    day: str
    file: Path

    @property
    def digest(self) -> str:
        """The SHA-256 hash of the file."""
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    def text(self) -> str:
        """The ``framework.json`` of that day. Raises VersionError."""
        return _unpacked(self.file.read_bytes())

    def records(self) -> dict[str, Any]:
        """The parsed ``framework.json`` of that day. Raises VersionError."""
        return _records(self.text())


def version_path(day: str) -> str:
    """The path of the file of a version, relative to the project."""
    return f"{VERSIONS}/{day}{ENDING}"


def packed(text: str) -> bytes:
    """The bytes of the file for a ``framework.json``. The same text gives the same bytes."""
    return gzip.compress(text.encode(), 9, mtime=0)


def read_versions(root: Path, updated: str, known: DiskCache | None = None) -> tuple[tuple[StoredVersion, ...], list[Problem]]:
    """The versions of the project in ``root``, the earliest first, and a problem for each invalid file.

    ``updated`` is the day on which the content last changed: no version can be later. ``known`` is a cache of which files are valid.
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
    except ValueError:  # 30 February, or no date at all
        right = False
    if not right:
        return Problem(version_path(day), 1, f'"{day}" is not a day, and a version is named by its day.', TAKE_AWAY)
    if day > updated:
        return Problem(version_path(day), 1, f'"{day}" is later than the day on which the content last changed, which is {updated}.', TAKE_AWAY)
    return None


def _unusable(day: str, content: bytes, known: DiskCache | None) -> Problem | None:
    """The problem in the content of a version's file, or None."""
    key = (day, hashlib.sha256(content).hexdigest())
    if known and known.find(key) is not None:
        return None
    wrong, instead = _fault(day, content)
    if wrong:
        return Problem(version_path(day), 1, wrong, instead)
    if known:
        known.keep(key, b"")
    return None


@lru_cache(maxsize=64)  # for a preview, which reads all files at each save
def _fault(day: str, content: bytes) -> tuple[str, str]:
    try:
        data = _records(_unpacked(content))
    except VersionError as error:
        return str(error), AGAIN
    if (own := data["framework"]["date"]) != day:
        return f"This is the data of {own}, and its name says {day}.", f"Name it {version_path(own)}"
    return "", ""


def _unpacked(content: bytes) -> str:
    """The decompressed text. Raises VersionError."""
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
    """The parsed data. Raises VersionError."""
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
