"""Parsed YAML files on disk, by the hash of their text: to check content after one file changed, only that file is parsed."""

from __future__ import annotations

import json
from pathlib import Path

from sds.disk_cache import DiskCache
from sds.problem import Problem
from sds.reading.yaml_text import Document, parse

DAYS = 2
"""How long a file that was not asked for is kept: each save of a large file leaves half a megabyte."""


class ParseCache:
    """Documents without problems. A file in which something is wrong is parsed each time."""

    def __init__(self, folder: Path, code: bytes) -> None:
        """Keeps documents in ``folder``. A change in the ``code`` makes all anew."""
        self._disk = DiskCache(folder, ".json", DAYS, [code])

    def parse(self, path: str, text: str) -> tuple[Document | None, list[Problem]]:
        """As :func:`sds.reading.yaml_text.parse`."""
        if kept := self._disk.find((path, text)):
            data, places = json.loads(kept)
            return Document(path, text.replace("\r\n", "\n"), data, {tuple(place): line for line, *place in places}), []
        document, problems = parse(path, text)
        if document is not None and not problems:
            places = [[line, *place] for place, line in document.lines.items()]
            self._disk.keep((path, text), json.dumps([document.data, places], ensure_ascii=False, separators=(",", ":")).encode())
        return document, problems

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self._disk.prune()
