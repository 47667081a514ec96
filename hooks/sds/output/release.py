"""A built site -> what a release has to take away: the site, its data and its booklets as archives, and the checksum of each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from sds.office_file import zipped
from sds.output.compressed import COPIES

CHECKSUMS = "checksums.txt"
PARTS = {"data.zip": "data", "booklets.zip": "downloads"}
"""Each archive of a part of the site, and the folder that it holds."""
EARLIER = re.compile(r"data/\d{4}-\d{2}-\d{2}/")
"""Versions of the data that are in earlier releases."""


def release(site: Path) -> Mapping[str, bytes]:
    """Every file of the release of the site in a folder, by its name; the same site gives the same bytes. A part that a site has not got is left out."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    made = {"site.zip": _archive(site, files)}
    for name, folder in PARTS.items():
        here = (path for path in files if path.relative_to(site).parts[0] == folder and path.suffix not in COPIES)
        if some := [path for path in here if not EARLIER.match(path.relative_to(site).as_posix())]:
            made[name] = _archive(site, some)
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(made.items()))
    return {**made, CHECKSUMS: sums.encode()}


def _archive(site: Path, files: Iterable[Path]) -> bytes:
    return zipped((path.relative_to(site).as_posix(), path.read_bytes()) for path in files)
