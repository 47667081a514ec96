"""A finished site -> its offline copy, which the service worker downloads and keeps in the browser.

The copy has parts, between which a reader can choose (:mod:`sds.pages.offline_parts`), and each part has pieces: compressed files named by the hash of their
content, so that a browser downloads a piece again only when it has changed. Which files are in a piece: :mod:`sds.output.offline_pieces`. A piece holds
each different line once, and a page as a list of line numbers, because pages share most of their lines.

The index of a build names its pieces, and holds the lines that most pages share, such as those of the menu. So a new date in the footer of all pages changes
the index only. Measured in November 2026 on 3,628 files (45 MB): 4.3 MB in 111 files, of which 253 KB in 3 files at a first visit; after an edit of one
statement, 698 KB in 24 files are downloaded again. As a single file it was 3.2 MB, each time. ``tests/output/test_offline_copy.py`` checks limits for these.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import deflate
from pydantic_core import to_json

from sds.disk_cache import DAYS, DiskCache
from sds.output.offline_pieces import Piece, pieces_of
from sds.pages.offline_parts import FIRST, PARTS, WHOLE, Part
from sds.search.codes import deltas

WORKER = "sw.js"
PLACE = "%COPY%"
PAGE = "offline/index.html"
"""The page that shows the size of each part."""
INDEX = "offline/copy-"
PIECES = "offline/parts/"
"""The start of the paths of the index and of pieces; a hash follows."""
SHARED = 8
"""A line is in the index if at least one in this many pieces has it."""
LEVEL = 7
"""The level of compression by libdeflate. Measured in November 2026 on 112 files: 0.18 s for 3,040,096 bytes. Level 8 takes 0.29 s for 0.9 % less, and zlib's
highest, which Python's ``gzip`` takes, 0.58 s for 1 % more. At level 6, in 0.13 s, a first visit would download more than with zlib. One version of libdeflate
gives the same bytes on every machine."""


@dataclass(frozen=True, slots=True)
class _Packed:
    """A packed piece: the path of its file, the part, its size in bytes, and the positions of its lines in the index."""

    file: str
    part: Part
    size: int
    shared: Sequence[int]


def offline_files(site: Path, template: str, cache: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """The files of the offline copy of the site in the folder ``site``, the page with its sizes, and the service worker, each with its path.

    ``template`` is the script of the service worker with ``PLACE`` for the address of the index. The same site gives the same files. ``cache`` is a folder in
    which compressed pieces are cached for the next build: to compress all takes 0.2 s. A file is made when it is asked for, and not held.
    """
    assert template.count(PLACE) == 1
    kept = DiskCache(cache, ".gz", DAYS, [f"{deflate.__version__} {LEVEL}".encode()])
    pieces, lines, searched = pieces_of(site)
    shared = _shared(pieces)
    own = next(number for number, piece in enumerate(pieces) if PAGE in piece.contents)
    lines.know((*pieces[own].lines(), *shared))  # those that the page with its sizes may have
    packed = list[_Packed]()
    for piece in pieces:
        made, data = _packed(piece, lines.texts, shared, kept)
        packed.append(made)
        if PAGE not in piece.contents:
            yield made.file, data
    page = _with_sizes((site / PAGE).read_text("utf-8"), packed, _index(packed, lines.texts, shared, searched, kept)).encode()
    with_page = replace(pieces[own], contents={**pieces[own].contents, PAGE: lines.content_of(page)})
    packed[own], data = _packed(with_page, lines.texts, shared, kept)
    yield packed[own].file, data
    index = _index(packed, lines.texts, shared, searched, kept)
    name = _name(INDEX, index)
    yield from ((name, index), (PAGE, page), (WORKER, template.replace(PLACE, name).encode()))


def no_copy(template: str) -> str:
    """The service worker for a preview, which has no offline copy: it unregisters itself and deletes its copies from the browser."""
    return template.replace(PLACE, "")


def _shared(pieces: Sequence[Piece]) -> dict[int, int]:
    """The number of each line that is stored in the index, with its position there."""
    found = Counter(chain.from_iterable(piece.lines() for piece in pieces))
    least = max(2, len(pieces) / SHARED)
    return {line: position for position, line in enumerate(line for line, times in found.items() if times >= least)}


def _packed(piece: Piece, texts: Sequence[str], shared: Mapping[int, int], kept: DiskCache) -> tuple[_Packed, bytes]:
    """A piece, and its file: gzipped JSON. ``texts`` are the texts of the lines by number.

    ``lines`` has every different line, or 0 for the next of the lines that are in the index. ``files`` has, by path, the line numbers of each text file,
    each as the difference to the one before. ``binary`` has the other files, in base64.
    """
    lines = piece.lines()
    numbered = {name: content for name, content in piece.contents.items() if not isinstance(content, bytes)}
    data = _compressed(
        {
            "lines": [0 if line in shared else texts[line] for line in lines],
            "files": {name: deltas(map(lines.__getitem__, content)) for name, content in numbered.items()},
            "binary": {name: base64.b64encode(content).decode() for name, content in piece.contents.items() if isinstance(content, bytes)},
        },
        kept,
    )
    return _Packed(_name(PIECES, data), piece.part, len(data), [shared[line] for line in lines if line in shared]), data


def _index(packed: Sequence[_Packed], texts: Sequence[str], shared: Iterable[int], searched: str, kept: DiskCache) -> bytes:
    """The index as gzipped JSON.

    ``lines`` has the lines that many pieces share, ``search`` the folder that ``*`` in a path stands for, and ``parts`` the ids of the parts in order.
    ``at_once`` has, by folder, the part that is downloaded with any page of that folder. ``pieces`` has for each piece its ``file``, its ``part``, and in
    ``shared`` the numbers of its lines in ``lines``, each as the difference to the one before.
    """
    return _compressed(
        {
            "lines": [texts[line] for line in shared],
            "search": searched,
            "parts": [part.id for part in PARTS if any(piece.part is part for piece in packed)],
            "at_once": {place.removesuffix("/"): part.id for part in PARTS if part.at_once for place in part.places},
            "pieces": [{"file": piece.file, "part": piece.part.id, "shared": deltas(piece.shared)} for piece in packed],
        },
        kept,
    )


def _compressed(value: Mapping[str, Any], kept: DiskCache) -> bytes:
    text = to_json(value)  # a third of the time of json.dumps, for 17 MB
    return kept.get((hashlib.sha256(text).hexdigest(),), lambda: bytes(deflate.gzip_compress(text, LEVEL)))


def _name(begins: str, data: bytes) -> str:
    return f"{begins}{hashlib.sha256(data).hexdigest()[:16]}.gz"


def _with_sizes(page: str, packed: Sequence[_Packed], index: bytes) -> str:
    """``page`` with the size of each part in place of the part's placeholder. The index counts to the first part, with which it is downloaded."""
    sizes = Counter({FIRST.size: len(index), WHOLE: len(index)})
    for piece in packed:
        sizes[piece.part.size] += piece.size
        sizes[WHOLE] += piece.size
    for place, size in sizes.items():
        page = page.replace(place, size_in_words(size))
    return page


def size_in_words(size: int) -> str:
    """A number of bytes in words, rounded up to 10 KB below a megabyte: ``240 KB``, ``3.9 MB``."""
    tens = -(-size // 10_000)
    return f"{tens}0 KB" if tens < 100 else f"{size / 1_000_000:.1f} MB"
