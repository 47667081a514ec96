"""A finished site -> the pieces of its copy for reading offline: which files of the site go together, as lines that can be kept once.

A part holds its pages and all that they need and the first part does not hold, so that each part works with the first alone. A piece of a part holds pages
that change together, as those of one standard do, or those whose names give the same number: a page that comes, goes or changes makes few pieces new.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, count
from pathlib import Path
from typing import TypeAlias

from sds.booklets.share_picture import PATH as SHARE_PICTURE
from sds.output.holding import site_files
from sds.output.reached import reached
from sds.pages.offline_parts import FIRST, PARTS, REST, Part

NOT_KEPT = frozenset({".pdf", ".docx", ".csv", ".bib", ".ris", ".xml", ".gz"})
"""Files to download, which no page needs in order to be read."""
DATA = "data/"
"""Under this address only the page is kept: the rest are files to download."""
ASSETS = "assets/"
NAMED_BY_PAGES = re.compile(r"""(?:src|href)="[^"]*?(assets/[^"?#]+)""")
NAMED_BY_ASSETS = re.compile(r"""["'`(](\.{1,2}/[^"'`)]+)["'`)]""")
DAY = re.compile(r"(\d(?:\d{3}-\d\d-\d\d|\d? [A-Z][a-z]+ \d{4}))")
"""It begins with one digit in both its forms, so that the search for it leaps from digit to digit, in a third of the time.
A day counts as a line of its own: the one on which the site last changed stands among the words of each page. Not one that is marked as a time: that
is the day on which the page itself changed, and were it kept as the same line, it would have to part from it at the next edition."""
TIME = "<time"
STATEMENT = re.compile(r"-[a-z]\d+$")
"""What the id of a statement has behind that of its standard."""
EDITION = re.compile(r"(?<=^search/)[0-9a-f]{10}(?=/)")
"""The folder of an edition of the search: another edition has the same files in another folder, but for a few."""

Content: TypeAlias = "list[str] | bytes"
"""A file: its lines with their ends, or its bytes where it is no text."""


@dataclass(frozen=True)
class Piece:
    """Some files of a part, by their paths in the site; for the folder of an edition of the search stands ``*``."""

    part: Part
    contents: dict[str, Content]

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """Every different line, and the how many-th it is."""
        different = dict.fromkeys(chain.from_iterable(content for content in self.contents.values() if not isinstance(content, bytes)))
        return dict(zip(different, count(), strict=False))


def pieces_of(site: Path) -> tuple[list[Piece], str]:
    """The pieces of the copy of the site in folder ``site``, part after part, and the folder of this edition of the search, empty where there is none."""
    contents = {name: content_of((site / name).read_bytes()) for name in sorted(filter(_kept, site_files(site)))}
    standards = {STATEMENT.sub("", name.split("/")[1]) for name in contents if name.startswith("actions/")}
    edition = next((found[0] for name in contents if (found := EDITION.search(name))), "")
    pieces = dict[tuple[str, str], Piece]()
    for part, names in _parts(contents):
        for name in names:
            piece = pieces.setdefault((part.id, _key(part, name, standards)), Piece(part, {}))
            piece.contents[EDITION.sub("*", name)] = contents[name]
    return list(pieces.values()), edition


def content_of(data: bytes) -> Content:
    """What is in a file, as a piece holds it."""
    try:
        lines = data.decode().splitlines(keepends=True)
    except UnicodeDecodeError:
        return data
    return list(chain.from_iterable(map(_parted, lines)))


@cache
def _parted(line: str) -> tuple[str, ...]:
    """Kept because pages share most of their lines."""
    return (line,) if TIME in line else tuple(filter(None, DAY.split(line)))


def _kept(name: str) -> bool:
    suffix = posixpath.splitext(name)[1]
    if name in {"sw.js", SHARE_PICTURE} or name.startswith(".") or suffix in NOT_KEPT:
        return False
    return suffix == ".html" or not name.startswith(DATA)


def _parts(contents: Mapping[str, Content]) -> Iterator[tuple[Part, list[str]]]:
    """Each part with the names of its files. A page is in one part; what several parts need, and the first does not hold, is in each of them."""
    left = {name for name in contents if not name.startswith(ASSETS)}
    needs = _Needs(contents)
    first, given = set[str](), set[str]()
    for part in PARTS:
        pages = {name for name in left if name.startswith(part.places)}
        files = {*reached(pages, needs.of)} - first
        if part is FIRST:
            first = files
        given |= files
        left -= pages
        yield part, sorted(files if part is not REST else files | (contents.keys() - given))


class _Needs:
    """What pages and assets need in order to look and work as they should: the assets that they name."""

    def __init__(self, contents: Mapping[str, Content]) -> None:
        self._contents = contents
        different = set(chain.from_iterable(content for name, content in contents.items() if name.endswith(".html")))
        self._in_line = {line: tuple(NAMED_BY_PAGES.findall(line)) for line in different if isinstance(line, str) and ASSETS in line}

    def of(self, name: str) -> Iterator[str]:
        """The files of the site that a file names."""
        return (other for other in self._named(name) if other in self._contents)

    def _named(self, name: str) -> Iterator[str]:
        content = self._contents[name]
        if isinstance(content, bytes):
            return
        if name.endswith(".html"):
            for line in self._in_line.keys() & content:  # few of the lines of a page name any
                yield from self._in_line[line]
        elif name.startswith(ASSETS):
            for line in content:
                yield from (posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in NAMED_BY_ASSETS.findall(line))


def _key(part: Part, name: str, standards: Collection[str]) -> str:
    """Files of a part with the same key are in one piece."""
    if name.startswith(ASSETS):
        return ASSETS
    words = name.removesuffix("/index.html").removesuffix(".json").split("/")
    if part.by_standard:
        for word in words:
            if (standard := STATEMENT.sub("", word)) in standards:
                return standard
    own = words[-1] if not name.endswith("/index.html") else words[min(1, len(words) - 1)]
    return str(int(hashlib.sha256(own.encode()).hexdigest()[:8], 16) % part.pieces)
