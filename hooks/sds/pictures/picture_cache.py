"""Caches the drawn pictures on disk, so that ``check`` does not draw them again after a change in some other file.

The key is a hash of the file that lists the pictures and of all part files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from sds.disk_cache import FEW_DAYS, DiskCache
from sds.paths import PARTS, PICTURES
from sds.pictures.draw import draw_pictures
from sds.pictures.parts import read_parts
from sds.problem import Problem
from sds.reading.load import Loaded


class PictureCache:
    """Caches the pictures of a project, but only while all of them can be drawn."""

    def __init__(self, folder: Path, code: bytes) -> None:
        """Stores the pictures in ``folder``. They are drawn again after any change in ``code``, the source text of the program."""
        self._disk = DiskCache(folder, ".json", FEW_DAYS, [code])

    def draw_pictures(self, root: Path, loaded: Loaded) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
        """The same as :func:`sds.pictures.draw.draw_pictures`, with the parts of the project in folder ``root``."""
        inputs = _inputs(root, loaded)
        if inputs and (kept := self._disk.find(inputs)):
            return json.loads(kept), ()
        drawn, problems = draw_pictures(loaded, read_parts(root, PARTS))
        if inputs and not problems:
            self._disk.keep(inputs, json.dumps(dict(drawn), ensure_ascii=False).encode())
        return drawn, problems

    def prune(self) -> None:
        """Deletes entries that were not used for some days."""
        self._disk.prune()


def _inputs(root: Path, loaded: Loaded) -> tuple[str, ...]:
    """The texts from which the pictures are made. Empty where nothing may be cached, because a faulty record in the pictures' file was set aside and is not
    drawn, or because an error in some other file is such that there is no framework, and then no picture is drawn."""
    document = loaded.where.documents.get(PICTURES)
    if document is None or loaded.framework is None or PICTURES in loaded.incomplete:
        return ()
    return (document.text, *(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sorted((root / PARTS).glob("*.svg"))))
