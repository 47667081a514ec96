"""Finished PDFs on disk, so that a build sets only the booklets whose words changed."""

from __future__ import annotations

from pathlib import Path

from sds.disk_cache import DiskCache, code

DAYS = 14
"""How long a PDF that no build asked for is kept: who changes a sentence back finds it there."""


class PdfCache(DiskCache):
    """PDFs by what goes into them."""

    def __init__(self, folder: Path | None, templates: Path) -> None:
        """``templates`` is the folder of templates and fonts: a change in it or in what sets them, or another version of Typst, makes every PDF anew."""
        files = sorted(path for path in templates.rglob("*") if path.is_file())
        parts = (part for file in files for part in (file.relative_to(templates).as_posix().encode(), file.read_bytes()))
        super().__init__(folder, ".pdf", DAYS, (code(Path(__file__).parent, ("typst",)), *parts))
