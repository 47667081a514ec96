"""A finished site -> the copy of it that a browser keeps for when there is no connection.

The copy comes in parts that a reader is told of (:mod:`sds.pages.offline_parts`), and a part in pieces: compressed files whose names are hashes of what is in
them, so that a browser which has a piece from one edition does not fetch it again for the next. What is in a piece: :mod:`sds.output.offline_pieces`.
In a piece each different line stands once, and a page is a list of lines, because pages share most of them.

The index of an edition names its pieces, and holds the lines that most pages have, such as those of the menu: a new day in the foot of all pages makes no
piece new. Measured in November 2026 on 3,628 files (45 MB): 4.3 MB in 111 files, of it 253 KB in 3 at a first visit; after one statement was edited, 698 KB
in 24 are fetched again. As one file it was 3.2 MB, at a first visit and after every edit. ``tests/output/test_offline_copy.py`` holds limits of this.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from sds.disk_cache import DAYS, DiskCache
from sds.output.offline_pieces import Piece, content_of, pieces_of
from sds.pages.offline_parts import FIRST, PARTS, WHOLE
from sds.search.codes import steps

WORKER = "sw.js"
PLACE = "%COPY%"
PAGE = "offline/index.html"
"""The page that tells how large the parts are."""
INDEX = "offline/copy-"
PIECES = "offline/parts/"
"""What comes before the hash in the names of the files of the copy."""
SHARED = 8
"""A line that one in so many pieces has stands in the index."""


def offline_files(site: Path, template: str, cache: Path | None = None) -> dict[str, bytes]:
    """By path: the copy of the site in folder ``site``, the page that tells its sizes, and the service worker that keeps it, made from its ``template``.

    The same site gives the same files. ``cache`` is the folder where compressed pieces are kept for the next build: to compress all takes 0.9 s.
    """
    assert template.count(PLACE) == 1
    kept = DiskCache(cache, ".gz", DAYS, [zlib.ZLIB_RUNTIME_VERSION.encode()])
    pieces, searched = pieces_of(site)
    shared = _shared(pieces)
    packed = [_packed(piece, shared, kept) for piece in pieces]
    page = _with_sizes((site / PAGE).read_text("utf-8"), pieces, packed, _index(pieces, packed, shared, searched, kept))
    for number, piece in enumerate(pieces):
        if PAGE in piece.contents:
            pieces[number] = replace(piece, contents={**piece.contents, PAGE: content_of(page.encode())})
            packed[number] = _packed(pieces[number], shared, kept)
    index = _index(pieces, packed, shared, searched, kept)
    name = _name(INDEX, index)
    worker = template.replace(PLACE, name).encode()
    return {**{_name(PIECES, data): data for data in packed}, name: index, PAGE: page.encode(), WORKER: worker}


def no_copy(template: str) -> str:
    """The worker of a preview, which has no copy: it takes itself and its copies away from the browser."""
    return template.replace(PLACE, "")


def _shared(pieces: Sequence[Piece]) -> dict[str, int]:
    """Each line that stands in the index, and the how many-th it is there."""
    found = Counter(chain.from_iterable(piece.lines for piece in pieces))
    least = max(2, len(pieces) / SHARED)
    return {line: number for number, line in enumerate(line for line, times in found.items() if times >= least)}


def _packed(piece: Piece, shared: Mapping[str, int], kept: DiskCache) -> bytes:
    """``lines``: every different line, or 0 for the next of those in the index; ``files``: by path, how far each line is from the one before it;
    ``binary``: the rest, in base 64."""
    texts = {name: content for name, content in piece.contents.items() if not isinstance(content, bytes)}
    return _compressed(
        {
            "lines": [0 if line in shared else line for line in piece.lines],
            "files": {name: steps(map(piece.lines.__getitem__, content)) for name, content in texts.items()},
            "binary": {name: base64.b64encode(content).decode() for name, content in piece.contents.items() if isinstance(content, bytes)},
        },
        kept,
    )


def _index(pieces: Sequence[Piece], packed: Sequence[bytes], shared: Mapping[str, int], searched: str, kept: DiskCache) -> bytes:
    """``lines``: those of several pieces; ``search``: the folder for which ``*`` stands; ``parts`` in their order; ``at_once``: by folder,
    the part that comes with a page of it; and of each piece its ``file``, its
    ``part``, and by ``shared`` which of the lines it has, as how far each is from the one before it."""
    return _compressed(
        {
            "lines": list(shared),
            "search": searched,
            "parts": [part.id for part in PARTS if any(piece.part is part for piece in pieces)],
            "at_once": {place.removesuffix("/"): part.id for part in PARTS if part.at_once for place in part.places},
            "pieces": [
                {"file": _name(PIECES, data), "part": piece.part.id, "shared": steps(shared[line] for line in piece.lines if line in shared)}
                for piece, data in zip(pieces, packed, strict=True)
            ],
        },
        kept,
    )


def _compressed(value: Mapping[str, Any], kept: DiskCache) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return kept.get((text,), lambda: gzip.compress(text.encode(), mtime=0))


def _name(begins: str, data: bytes) -> str:
    return f"{begins}{hashlib.sha256(data).hexdigest()[:16]}.gz"


def _with_sizes(page: str, pieces: Sequence[Piece], packed: Sequence[bytes], index: bytes) -> str:
    """The page with the size of each part in words, in the places that the part has for it. The index comes with the first part."""
    sizes = Counter({FIRST.size: len(index), WHOLE: len(index)})
    for piece, data in zip(pieces, packed, strict=True):
        sizes[piece.part.size] += len(data)
        sizes[WHOLE] += len(data)
    for place, size in sizes.items():
        page = page.replace(place, size_in_words(size))
    return page


def size_in_words(size: int) -> str:
    """A number of bytes as a reader is told of it: ``240 KB``, ``3.9 MB``."""
    tens = -(-size // 10_000)
    return f"{tens}0 KB" if tens < 100 else f"{size / 1_000_000:.1f} MB"
