"""A finished site -> the addresses in it that only lead on, and where to: hosts that can say so themselves do it at once and for good."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import urljoin

LEADS_ON = re.compile(r'<meta http-equiv="refresh" content="0; ?url=([^"]+)">', re.IGNORECASE)
HEAD = 4096
"""So many bytes of a page are looked at: what leads on stands in its head, and its head is short."""
PAGE = "index.html"


def moved(site: Path, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each address that leads on with where it leads, both from the root of the site (``/standards/1/``), in order of the first.

    ``paths`` are the files of the folder ``site``. A page that leads to another site is left to itself.
    """
    for path in sorted(path for path in paths if path.endswith(f"/{PAGE}")):
        with (site / path).open("rb") as file:
            found = LEADS_ON.search(file.read(HEAD).decode("utf-8", "replace"))
        if found:
            address = f"/{path.removesuffix(PAGE)}"
            target = urljoin(address, html.unescape(found[1]))
            if target.startswith("/") and not target.startswith("//"):
                yield address, target
