"""Finished PDFs and pictures on disk, so that a build sets only those whose words changed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from sds.disk_cache import DAYS, DiskCache, code

_UNTIL_EXIT: list[tempfile.TemporaryDirectory[str]] = []


class TypesetCache(DiskCache):
    """Files that were typeset, by what goes into them."""

    def __init__(self, folder: Path | None, suffix: str, templates: Path) -> None:
        """``templates`` is the folder of templates and fonts: a change in it or in the code that sets them, or another version of Typst, makes all anew."""
        files = sorted(path for path in templates.rglob("*") if path.is_file())
        parts = (part for file in files for part in (file.relative_to(templates).as_posix().encode(), file.read_bytes()))
        super().__init__(_writable(folder), suffix, DAYS, (code(Path(__file__).parent, ("typst", "segno")), *parts))

    def file(self, inputs: Iterable[str], make: Callable[[Path], object]) -> Path:
        """The file that keeps the result for ``inputs``. Where there is none yet, ``make`` writes one into the file that it is given."""
        file = self._file(inputs)
        assert file
        try:
            os.utime(file)
        except OSError:
            part_written = file.with_suffix(f".{os.getpid()}.part")  # two runs at once: neither reads half of the other's
            make(part_written)
            part_written.replace(file)
        return file


def _writable(folder: Path | None) -> Path:
    """``folder``, or, where there is none or it cannot be written, another that is gone when the program ends."""
    if folder:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    _UNTIL_EXIT.append(tempfile.TemporaryDirectory(prefix="booklets-"))
    return Path(_UNTIL_EXIT[-1].name)
