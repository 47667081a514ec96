"""A cache on disk of parsed YAML files, by the hash of their text, so that after one file has changed only that file is parsed again."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from sds.disk_cache import FEW_DAYS, DiskCache
from sds.problem import FieldPath, Problem
from sds.reading.yaml_text import Document, parse_anew


class _Lines(Mapping[FieldPath, int]):
    """The line of each field path in a document, unpickled when first needed: most runs report no problems, and the lines are half of the data."""

    def __init__(self, kept: bytes) -> None:
        """``kept`` is the pickled dict of lines."""
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
    """Caches documents without problems. A file with a problem is parsed each time.

    Documents are pickled, because that loads twice as fast as JSON. On the safety of that, see :mod:`sds.reading.record_cache`.
    """

    def __init__(self, folder: Path, code: bytes) -> None:
        """``code`` is the hash of the program: a change in it makes all entries out of date."""
        self._disk = DiskCache(folder, ".pickle", FEW_DAYS, [code])

    def parse(self, path: str, text: str) -> tuple[Document | None, list[Problem]]:
        """The same as :func:`sds.reading.yaml_text.parse`, from the cache on disk if possible."""
        if kept := self._disk.find((path, text)):
            data, lines = pickle.loads(kept)  # noqa: S301 (see above)
            return Document(path, text.replace("\r\n", "\n"), data, _Lines(lines)), []
        document, problems = parse_anew(path, text)
        if document is not None and not problems:
            lines = pickle.dumps(document.lines, pickle.HIGHEST_PROTOCOL)
            self._disk.keep((path, text), pickle.dumps((document.data, lines), pickle.HIGHEST_PROTOCOL))
            document = replace(document, lines=_Lines(lines))  # the lines themselves take as much memory as all the rest, and checks seldom need them
        return document, problems

    def prune(self) -> None:
        """Deletes entries that no run has asked for lately."""
        self._disk.prune()
