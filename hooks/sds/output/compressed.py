"""The files of a finished site -> each beside itself as gzip and as brotli, for hosts that send them ready-made.

A host that compresses at each request answers 25 times fewer of them (nginx, measured on one standard's page), and cannot afford the best compression.
"""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

TEXTS = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".csv"})
"""What gets smaller. Booklets, fonts and archives are compressed in themselves."""
COPIES = {".br": partial(brotli.compress, mode=brotli.MODE_TEXT), ".gz": partial(gzip.compress, compresslevel=9, mtime=0)}
"""How a copy's name ends, and what makes it."""
LEAST = 1000
"""Bytes. What is smaller travels in one packet as it is."""


def compressed(site: Path, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The compressed copies of the files at ``paths`` in the folder ``site``, by their paths; one that is no smaller is left out.

    The same files give the same bytes, whatever the clock says and however many processors there are.
    """
    with ThreadPoolExecutor() as pool:  # both libraries let go of Python's lock while they work
        for copies in pool.map(partial(_copies, site), sorted(path for path in paths if posixpath.splitext(path)[1] in TEXTS)):
            yield from copies


def _copies(site: Path, path: str) -> list[tuple[str, bytes]]:
    content = (site / path).read_bytes()
    if len(content) < LEAST:
        return []
    packed = {path + ending: compress(content) for ending, compress in COPIES.items()}
    return [(name, copy) for name, copy in packed.items() if len(copy) < len(content)]
