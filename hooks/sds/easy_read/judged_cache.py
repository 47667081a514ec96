"""What was found in easy words, on disk: to check content after another file changed, they are not judged again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import TypeAlias

from sds.disk_cache import DiskCache
from sds.easy_read.rule import Found

DAYS = 2

Judged: TypeAlias = tuple[str, str, str, Found]
"""The kind and id of a text, the id of the rule, and what was found."""


class JudgedCache:
    """What breaks the rules that rest on the easy words alone."""

    def __init__(self, folder: Path, code: bytes) -> None:
        """Keeps it in ``folder``. A change in the ``code`` makes all anew."""
        self._disk = DiskCache(folder, ".json", DAYS, [code])

    def get(self, texts: Iterable[str], common: frozenset[str], make: Callable[[], list[Judged]]) -> list[Judged]:
        """What was found in the files with these ``texts`` and the list of common words, or is now by ``make``."""

        def made() -> bytes:
            return json.dumps([[kind, id, rule, *astuple(one)] for kind, id, rule, one in make()], ensure_ascii=False).encode()

        kept = json.loads(self._disk.get((*texts, *sorted(common)), made))
        return [(kind, id, rule, Found(level, tuple(place), *words)) for kind, id, rule, level, place, *words in kept]

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self._disk.prune()
