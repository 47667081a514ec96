"""A cache of compiled templates, in memory for a preview and on disk for builds: compiling them takes a tenth of a build."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sds.disk_cache import DAYS, DiskCache, code


class Compiled(BytecodeCache):
    """Jinja's bytecode cache, keyed by the name and text of a template rather than its path, so that it works for a copy of the project in another folder."""

    _memory: dict[tuple[str, str], bytes] = {}  # noqa: RUF012 (shared by all on purpose: a preview has a new one at each save)

    def __init__(self, folder: Path | None) -> None:
        """``folder`` is the folder on disk. A change of Python, Jinja or this program discards all entries."""
        self._disk = DiskCache(folder, ".bin", DAYS, [sys.version.encode(), version("jinja2").encode(), code()] if folder else [])

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's own names)
        """The name of the template. A bucket has the hash of its text as well (``checksum``)."""
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
