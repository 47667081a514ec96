"""Finished PDFs on disk, each under the hash of all that went into it, so that a build sets only the booklets whose words changed."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

KEEP = 14 * 24 * 3600
"""Seconds for which a PDF that no build asked for is kept: who changes a sentence back finds it there."""


class PdfCache:
    """A folder of PDFs. Without a folder nothing is kept. What is in it can be deleted at any time."""

    def __init__(self, folder: Path | None, templates: Path) -> None:
        """``templates`` is the folder of templates and fonts: a change in it, or another version of Typst, makes every PDF anew."""
        self._folder = folder
        shared = hashlib.sha256(version("typst").encode())
        for file in sorted(path for path in templates.rglob("*") if path.is_file()):
            shared.update(file.relative_to(templates).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
        self._shared = shared.digest()
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def get(self, inputs: Iterable[str], make: Callable[[], bytes]) -> bytes:
        """The PDF made from ``inputs``: from the folder, or by ``make``."""
        if self._folder is None:
            return make()
        key = hashlib.sha256(self._shared)
        for part in inputs:
            key.update(part.encode() + b"\0")
        file = self._folder / f"{key.hexdigest()}.pdf"
        try:
            pdf = file.read_bytes()
            os.utime(file)
        except FileNotFoundError:
            pdf = make()
            part_written = file.with_suffix(f".{os.getpid()}.part")  # two builds at once: neither reads half of the other's
            part_written.write_bytes(pdf)
            part_written.replace(file)
        return pdf

    def prune(self) -> None:
        """Deletes what no build has asked for lately."""
        for file in self._folder.iterdir() if self._folder else ():
            if file.stat().st_mtime < time.time() - KEEP:
                file.unlink(missing_ok=True)
