"""Parsed YAML files on disk, by the hash of their text: to check content after one file changed, only that file is parsed."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from sds.disk_cache import DiskCache
from sds.problem import FieldPath, Problem
from sds.reading.yaml_text import Document, parse

DAYS = 2
"""How long a file that was not asked for is kept: each save of a large file leaves half a megabyte."""


class _Lines(Mapping[FieldPath, int]):
    """The line of each place in a document, read when one is asked for: most runs tell of nothing, and it is half of what is kept."""

    def __init__(self, kept: bytes) -> None:
        """``kept`` is them pickled."""
        self._kept = kept

    @cached_property
    def _lines(self) -> dict[FieldPath, int]:
        lines: dict[FieldPath, int] = pickle.loads(self._kept)  # noqa: S301
        return lines

    def __getitem__(self, place: FieldPath) -> int:
        return self._lines[place]

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class ParseCache:
    """Documents without problems. A file in which something is wrong is parsed each time.

    They are pickled, which is read twice as fast as JSON. As to trust: :mod:`sds.reading.record_cache`.
    """

    def __init__(self, folder: Path, code: bytes) -> None:
        """Keeps documents in ``folder``. A change in the ``code`` makes all anew."""
        self._disk = DiskCache(folder, ".pickle", DAYS, [code])

    def parse(self, path: str, text: str) -> tuple[Document | None, list[Problem]]:
        """As :func:`sds.reading.yaml_text.parse`."""
        if kept := self._disk.find((path, text)):
            data, lines = pickle.loads(kept)  # noqa: S301 (see above)
            return Document(path, text.replace("\r\n", "\n"), data, _Lines(lines)), []
        document, problems = parse(path, text)
        if document is not None and not problems:
            lines = pickle.dumps(document.lines, pickle.HIGHEST_PROTOCOL)
            self._disk.keep((path, text), pickle.dumps((document.data, lines), pickle.HIGHEST_PROTOCOL))
        return document, problems

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self._disk.prune()
