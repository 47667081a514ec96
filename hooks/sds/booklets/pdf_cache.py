"""Finished PDFs on disk, so that a build sets only the booklets whose words changed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from sds.disk_cache import DAYS, DiskCache

_UNTIL_EXIT: list[tempfile.TemporaryDirectory[str]] = []


class PdfCache(DiskCache):
    """PDFs by what goes into them."""

    def __init__(self, folder: Path, templates: Path) -> None:
        """``templates`` is the folder of templates and fonts: a change in it or in what sets them, or another version of that, makes every PDF anew."""
        files = sorted(path for path in templates.rglob("*") if path.is_file())
        parts = (part for file in files for part in (file.relative_to(templates).as_posix().encode(), file.read_bytes()))
        code = (file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
        super().__init__(_writable(folder), ".pdf", DAYS, (version("typst").encode(), version("segno").encode(), *code, *parts))

    def file(self, inputs: Iterable[str], make: Callable[[Path], object]) -> Path:
        """The file that keeps the PDF for ``inputs``. Where there is none yet, ``make`` writes one into the file that it is given."""
        file = self._file(inputs)
        assert file
        try:
            os.utime(file)
        except OSError:
            part_written = file.with_suffix(f".{os.getpid()}.part")  # two runs at once: neither reads half of the other's
            make(part_written)
            part_written.replace(file)
        return file


def _writable(folder: Path) -> Path:
    """``folder``, or, where it cannot be written, another that is gone when the program ends."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        _UNTIL_EXIT.append(tempfile.TemporaryDirectory(prefix="booklets-"))
        return Path(_UNTIL_EXIT[-1].name)
    return folder
