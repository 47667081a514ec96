"""The link check: does every link and every anchor in a finished site lead somewhere?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
"""How a link to another site, or to no page at all, begins."""
NOT_FOUND_PAGE = "404.html"
"""Its links start from the address the site is published at, which a folder does not know."""


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """A link on ``page`` that leads nowhere."""

    page: str
    link: str

    def __str__(self) -> str:
        return f'{self.page}: "{self.link}" is a broken link.'


@dataclass(frozen=True, slots=True)
class Anchors:
    """A page's links, each once and in the order of the page, and its ids."""

    links: tuple[str, ...]
    ids: frozenset[str]


def broken_links(site: Path) -> list[Broken]:
    """Every link or anchor inside the site in folder ``site`` that leads nowhere, in order of page."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path: anchors_of((site / path).read_bytes()) for path in sorted(files) if path.endswith(".html")}
    return sorted(broken for page, anchors in pages.items() for broken in _broken_on(page, anchors, pages, files))


def anchors_of(html: bytes) -> Anchors:
    """The links and ids of a page, read by lexbor: 0.4 s for 75,000 of them on 1,574 pages, where Python's own parser takes 4.4."""
    links, ids = dict[str, None](), set[str]()
    for node in LexborHTMLParser(html).css("[href],[src],[id]"):
        attributes = node.attributes
        if id := attributes.get("id"):
            ids.add(id)
        for name in ("href", "src"):
            if (value := attributes.get(name)) is not None:
                links[value] = None
            elif name in attributes:
                links[""] = None
    return Anchors(tuple(links), frozenset(ids))


def _broken_on(page: str, anchors: Anchors, pages: Mapping[str, Anchors], files: Collection[str]) -> Iterator[Broken]:
    folder = posixpath.dirname(page)
    for link in anchors.links if page != NOT_FOUND_PAGE else ():
        if ELSEWHERE.match(link):
            continue
        address, _, anchor = link.partition("#")
        path = _path(folder, unquote(address.partition("?")[0])) if address else page
        if path not in files or (anchor and path in pages and unquote(anchor) not in pages[path].ids):
            yield Broken(page, link)


def _path(folder: str, address: str) -> str:
    """The file in the site that ``address`` on a page in ``folder`` asks for; one outside the site keeps the ``../`` that leads out of it."""
    path = posixpath.normpath(posixpath.join(folder, address) if not address.startswith("/") else address[1:])
    if path == ".":
        return "index.html"
    return f"{path}/index.html" if address.endswith(("/", "/..", "/.")) or address in {"..", "."} else path
