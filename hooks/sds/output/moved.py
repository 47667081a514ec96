"""Finds the redirect pages of a finished site, so that hosts can send permanent HTTP redirects instead."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import urljoin

LEADS_ON = re.compile(r'<meta http-equiv="refresh" content="0; ?url=([^"]+)">', re.IGNORECASE)
HEAD = 4096
"""How many bytes of a page are searched: the head of a redirect page is short."""
PAGE = "index.html"


def moved(site: Path, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """The address and the target of each redirect page, both as paths from the root of the site (``/standards/1/``), in order of address.

    ``paths`` are the files in the folder ``site``. Redirects to other sites are left out.
    """
    for path in sorted(path for path in paths if path.endswith(f"/{PAGE}")):
        with (site / path).open("rb") as file:
            found = LEADS_ON.search(file.read(HEAD).decode("utf-8", "replace"))
        if found:
            address = f"/{path.removesuffix(PAGE)}"
            target = urljoin(address, html.unescape(found[1]))
            if target.startswith("/") and not target.startswith("//"):
                yield address, target
