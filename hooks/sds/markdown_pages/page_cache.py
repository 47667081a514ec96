"""A cache on disk of rendered hand-written pages, by the hash of their text, so that unchanged pages are not rendered again."""

from __future__ import annotations

import json
from pathlib import Path

from sds.config.read import MarkdownSettings
from sds.disk_cache import FEW_DAYS, DiskCache
from sds.markdown_pages.written import Leads, Written


class PageCache:
    """Caches pages without problems."""

    def __init__(self, folder: Path, code: bytes) -> None:
        """``code`` is the hash of the program: a change in it makes all entries out of date."""
        self._disk = DiskCache(folder, ".json", FEW_DAYS, [code])

    def find(self, path: str, text: str, settings: MarkdownSettings) -> Written | None:
        """The cached page of the file ``path``, or None."""
        kept = self._disk.find((settings.described, path, text))
        if kept is None:
            return None
        html, headings, links = json.loads(kept)
        return Written(html, tuple(headings), tuple(Leads(*link) for link in links))

    def keep(self, path: str, text: str, settings: MarkdownSettings, said: Written) -> None:
        """Stores a rendered page."""
        links = [[link.written, link.to, link.line, link.picture, link.on] for link in said.links]
        self._disk.keep((settings.described, path, text), json.dumps([said.html, said.headings, links], ensure_ascii=False).encode())

    def knows(self, settings: MarkdownSettings) -> bool:
        """Whether an earlier run could load the Markdown extensions with these settings."""
        return self._disk.find((settings.described,)) is not None

    def note(self, settings: MarkdownSettings) -> None:
        """Stores that the Markdown extensions can be loaded with these settings."""
        self._disk.keep((settings.described,), b"")

    def prune(self) -> None:
        """Deletes entries that no run has asked for lately."""
        self._disk.prune()
