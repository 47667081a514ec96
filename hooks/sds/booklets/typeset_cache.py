"""A cache of finished PDFs and PNGs on disk, so that a build typesets only those whose content has changed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from sds.disk_cache import DAYS, DiskCache, atomic_write, code

_UNTIL_EXIT: list[tempfile.TemporaryDirectory[str]] = []


class TypesetCache(DiskCache):
    """Typeset files, keyed by their inputs."""

    def __init__(self, folder: Path | None, suffix: str, templates: Path) -> None:
        """``templates`` is the folder of templates and fonts. A change in it, in the code of this package or in the version of Typst discards all results."""
        files = sorted(path for path in templates.rglob("*") if path.is_file())
        parts = (part for file in files for part in (file.relative_to(templates).as_posix().encode(), file.read_bytes()))
        super().__init__(_writable(folder), suffix, DAYS, (code(Path(__file__).parent, ("typst", "segno")), *parts))

    def file(self, inputs: Iterable[str], make: Callable[[Path], object]) -> Path:
        """The path of the cached result for ``inputs``. If there is none, ``make`` is called with the path to which it must write the result."""
        file = self._file(inputs)
        assert file
        try:
            os.utime(file)
        except OSError:
            with atomic_write(file) as part_written:
                make(part_written)
        return file


def _writable(folder: Path | None) -> Path:
    """``folder``, or a temporary folder that is deleted when the program ends if ``folder`` is None or cannot be written."""
    if folder:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    _UNTIL_EXIT.append(tempfile.TemporaryDirectory(prefix="booklets-"))
    return Path(_UNTIL_EXIT[-1].name)
