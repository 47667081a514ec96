"""A cache on disk for the check of easy-read texts: when another file has changed, they are not checked again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import TypeAlias

from sds.disk_cache import FEW_DAYS, DiskCache
from sds.easy_read.rule import Found

Judged: TypeAlias = tuple[str, str, str, Found]
"""The kind and id of a text, the id of the rule, and what was found."""


class JudgedCache:
    """What breaks the rules that need only the easy-read files."""

    def __init__(self, folder: Path, code: bytes) -> None:
        """``code`` is the hash of the program: a change in it makes all entries out of date."""
        self._disk = DiskCache(folder, ".json", FEW_DAYS, [code])

    def get(self, texts: Iterable[str], common: frozenset[str], make: Callable[[], list[Judged]]) -> list[Judged]:
        """The cached result for files with these ``texts`` and the list of ``common`` words, or else what ``make`` returns, which is then cached."""

        def made() -> bytes:
            return json.dumps([[kind, id, rule, *astuple(one)] for kind, id, rule, one in make()], ensure_ascii=False).encode()

        kept = json.loads(self._disk.get((*texts, *sorted(common)), made))
        return [(kind, id, rule, Found(level, tuple(place), *words, gone=gone)) for kind, id, rule, level, place, *words, gone in kept]

    def prune(self) -> None:
        """Deletes results that no run has asked for lately."""
        self._disk.prune()
