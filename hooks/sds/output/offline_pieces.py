"""A finished site -> the pieces of its offline copy: which files belong together, with text files split into lines.

A part has its pages and the assets that they need, except those of the first part, so each part works together with the first. A piece of a part has pages
that change together, such as those of one standard, or pages whose names hash to the same number, so that a new, changed or deleted page changes few pieces.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TypeAlias

from sds.booklets.share_picture import PATH as SHARE_PICTURE
from sds.output.holding import read_file, site_files
from sds.output.reached import reached
from sds.pages.offline_parts import FIRST, PARTS, REST, Part

NOT_KEPT = frozenset({".pdf", ".docx", ".csv", ".bib", ".ris", ".xml", ".gz"})
"""Suffixes of downloads, which are not in the offline copy."""
DATA = "data/"
"""The folder of data: only its pages are in the offline copy, as the rest are downloads."""
ASSETS = "assets/"
NAMED_BY_PAGES = re.compile(r"""(?:src|href)="[^"]*?(assets/[^"?#]+)""")
NAMED_BY_ASSETS = re.compile(r"""["'`(](\.{1,2}/[^"'`)]+)["'`)]""")
DAY = re.compile(r"([0-9](?:\d{3}-\d\d-\d\d|\d? [A-Z][a-z]+ \d{4}))")
"""A date, ISO or in words, which becomes a line of its own, because the date of the site's last change is in the text of every page.

Dates in ``time`` elements are left alone: each is the date of the page itself, and so does not change in all pages together. Both forms of the pattern begin
with one digit, which makes the search three times as fast."""
CENTURY = "20"
"""How the year begins in which a site has last changed. A line without it, as most are, is known sooner by this than by a search for dates."""
TIME = "<time"
STATEMENT = re.compile(r"-[a-z]\d+$")
"""The part of a statement's id after the id of its standard."""
EDITION = re.compile(r"(?<=^search/)[0-9a-f]{10}(?=/)")
"""The folder of the search index, named by a hash: after a change most of its files are the same, in another folder."""

Content: TypeAlias = "array[int] | bytes"
"""The content of a file: the numbers of its lines, or bytes if it is not text."""


class Lines(dict[str, tuple[int, ...]]):
    """Numbers the different lines of all files, which share most of them: by line, the number of each of its parts, or of the line itself if it has no date.

    ``texts`` has the text of each number. With 11,000 pages there are 1,200,000, so nothing else holds them, and the files are lists of numbers.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __missing__(self, line: str) -> tuple[int, ...]:
        parts = _parted(line)
        if len(parts) == 1:
            self.texts.append(line)
            numbers: tuple[int, ...] = (len(self.texts) - 1,)
        else:
            numbers = tuple(chain.from_iterable(self[part] for part in parts))
        self[line] = numbers
        return numbers

    def content_of(self, data: bytes) -> Content:
        """The bytes of a file as the numbers of its lines if they are UTF-8, else unchanged."""
        try:
            lines = data.decode().splitlines(keepends=True)
        except UnicodeDecodeError:
            return data
        return array("I", chain.from_iterable(map(self.__getitem__, lines)))

    def know(self, numbers: Iterable[int]) -> None:
        """Knows the lines with these numbers again, after all were forgotten (``clear``). The texts stay."""
        self.update((self.texts[number], (number,)) for number in numbers)


@dataclass(frozen=True)
class Piece:
    """Some files of a part, by their paths in the site, with ``*`` for the folder of the search index."""

    part: Part
    contents: dict[str, Content]

    def lines(self) -> dict[int, int]:
        """The number of every different line, with its position."""
        different = dict.fromkeys(chain.from_iterable(content for content in self.contents.values() if not isinstance(content, bytes)))
        return dict(zip(different, count(), strict=False))


def pieces_of(site: Path) -> tuple[list[Piece], Lines, str]:
    """The pieces of the offline copy of the site in the folder ``site``, part by part, their lines, and the name of the folder of its search index, or an empty
    string. Of the lines only the texts are left: the numbers by line would take as much memory again."""
    lines = Lines()
    contents = {name: lines.content_of(read_file(site, name)) for name in sorted(filter(_kept, site_files(site)))}
    lines.clear()
    standards = {STATEMENT.sub("", name.split("/")[1]) for name in contents if name.startswith("actions/")}
    edition = next((found[0] for name in contents if (found := EDITION.search(name))), "")
    pieces = dict[tuple[str, str], Piece]()
    for part, names in _parts(contents, lines.texts):
        for name in names:
            piece = pieces.setdefault((part.id, _key(part, name, standards)), Piece(part, {}))
            piece.contents[EDITION.sub("*", name)] = contents[name]
    return list(pieces.values()), lines, edition


def _parted(line: str) -> tuple[str, ...]:
    """A line, split before and after each date if it may have that of a change."""
    return tuple(filter(None, DAY.split(line))) if CENTURY in line and TIME not in line else (line,)


def _kept(name: str) -> bool:
    suffix = posixpath.splitext(name)[1]
    if name in {"sw.js", SHARE_PICTURE} or name.startswith(".") or suffix in NOT_KEPT:
        return False
    return suffix == ".html" or not name.startswith(DATA)


def _parts(contents: Mapping[str, Content], texts: Sequence[str]) -> Iterator[tuple[Part, list[str]]]:
    """Each part with the paths of its files. A page is in one part; an asset that several parts need and the first does not have is in each of them."""
    left = {name for name in contents if not name.startswith(ASSETS)}
    needs = _Needs(contents, texts)
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
    """Finds the assets that pages and other assets reference."""

    def __init__(self, contents: Mapping[str, Content], texts: Sequence[str]) -> None:
        """``texts`` are the texts of the lines by number."""
        self._contents, self._texts = contents, texts
        self._in_line = {number: tuple(NAMED_BY_PAGES.findall(line)) for number, line in enumerate(texts) if ASSETS in line}

    def of(self, name: str) -> Iterator[str]:
        """The files of the site that a file references."""
        return (other for other in self._named(name) if other in self._contents)

    def _named(self, name: str) -> Iterator[str]:
        content = self._contents[name]
        if isinstance(content, bytes):
            return
        if name.endswith(".html"):
            for number in self._in_line.keys() & content:  # few lines of a page reference assets
                yield from self._in_line[number]
        elif name.startswith(ASSETS):
            for number in content:
                yield from (posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in NAMED_BY_ASSETS.findall(self._texts[number]))


def _key(part: Part, name: str, standards: Collection[str]) -> str:
    """The key of a file within its part: files with the same key are in one piece."""
    if name.startswith(ASSETS):
        return ASSETS
    words = name.removesuffix("/index.html").removesuffix(".json").split("/")
    if part.by_standard:
        for word in words:
            if (standard := STATEMENT.sub("", word)) in standards:
                return standard
    own = words[-1] if not name.endswith("/index.html") else words[min(1, len(words) - 1)]
    return str(int(hashlib.sha256(own.encode()).hexdigest()[:8], 16) % part.pieces)
