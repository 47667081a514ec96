"""Hand-written pages on disk, by the hash of their text: to check content after another file changed, none is made from its Markdown again."""

from __future__ import annotations

import json
from pathlib import Path

from sds.config.read import MarkdownSettings
from sds.disk_cache import DiskCache
from sds.markdown_pages.written import Leads, Written

DAYS = 2


class PageCache:
    """What pages say in which nothing is wrong."""

    def __init__(self, folder: Path, code: bytes) -> None:
        """Keeps it in ``folder``. A change in the ``code`` makes all anew."""
        self._disk = DiskCache(folder, ".json", DAYS, [code])

    def find(self, path: str, text: str, settings: MarkdownSettings) -> Written | None:
        """What was kept of the page in the file ``path``, if anything."""
        kept = self._disk.find((settings.described, path, text))
        if kept is None:
            return None
        html, headings, links = json.loads(kept)
        return Written(html, tuple(headings), tuple(Leads(*link) for link in links))

    def keep(self, path: str, text: str, settings: MarkdownSettings, said: Written) -> None:
        """Keeps what a page says."""
        links = [[link.written, link.to, link.line, link.picture, link.on] for link in said.links]
        self._disk.keep((settings.described, path, text), json.dumps([said.html, said.headings, links], ensure_ascii=False).encode())

    def knows(self, settings: MarkdownSettings) -> bool:
        """Whether an earlier run could read Markdown with these settings."""
        return self._disk.find((settings.described,)) is not None

    def note(self, settings: MarkdownSettings) -> None:
        """Notes that Markdown can be read with these settings."""
        self._disk.keep((settings.described,), b"")

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self._disk.prune()
