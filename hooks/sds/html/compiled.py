"""Compiled templates, kept in memory from save to save of a preview and on disk from build to build: to compile them is a tenth of a build."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sds.disk_cache import DAYS, DiskCache, code


class Compiled(BytecodeCache):
    """Templates by their name and text, so that they may stand in any folder."""

    _memory: dict[tuple[str, str], bytes] = {}  # noqa: RUF012 (shared by all on purpose: a preview has a new one at each save)

    def __init__(self, folder: Path | None) -> None:
        """``folder`` is where they are kept on disk. Another Python, Jinja or program here makes them anew."""
        self._disk = DiskCache(folder, ".bin", DAYS, [sys.version.encode(), version("jinja2").encode(), code()] if folder else [])

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's own names)
        """The template's name: the hash of its text is beside it in a bucket."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        key = (bucket.key, bucket.checksum)
        if found := self._memory.get(key) or self._disk.find(key):
            self._memory[key] = found
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        key = (bucket.key, bucket.checksum)
        self._memory[key] = made = bucket.bytecode_to_string()
        self._disk.keep(key, made)
