"""Drawn pictures on disk, by the hash of the file that tells of them and of all parts: to check content after another file changed, none is drawn again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from sds.disk_cache import DiskCache
from sds.paths import PARTS, PICTURES
from sds.pictures.draw import drawings
from sds.pictures.parts import read_parts
from sds.problem import Problem
from sds.reading.load import Loaded

DAYS = 2


class DrawnCache:
    """The pictures of a project, where nothing is wrong in any of them."""

    def __init__(self, folder: Path, code: bytes) -> None:
        """Keeps them in ``folder``. A change in the ``code`` makes all anew."""
        self._disk = DiskCache(folder, ".json", DAYS, [code])

    def drawings(self, root: Path, loaded: Loaded) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
        """As :func:`sds.pictures.draw.drawings`, of the parts in the project under ``root``."""
        inputs = _inputs(root, loaded)
        if inputs and (kept := self._disk.find(inputs)):
            return json.loads(kept), ()
        drawn, undrawn = drawings(loaded, read_parts(root, PARTS))
        if inputs and not undrawn:
            self._disk.keep(inputs, json.dumps(dict(drawn), ensure_ascii=False).encode())
        return drawn, undrawn

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self._disk.prune()


def _inputs(root: Path, loaded: Loaded) -> tuple[str, ...]:
    """All that the pictures are made from; nothing where they must not be kept: what was set aside in the file that tells of them is not drawn."""
    told = loaded.where.documents.get(PICTURES)
    if told is None or PICTURES in loaded.incomplete:
        return ()
    return (told.text, *(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sorted((root / PARTS).glob("*.svg"))))
