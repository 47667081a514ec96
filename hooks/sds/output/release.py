"""A built site -> the files of a release: archives of the site, of its data and of its booklets, and their checksums."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from sds.office_file import zipped
from sds.output.compressed import COPIES

CHECKSUMS = "checksums.txt"
PARTS = {"data.zip": "data", "booklets.zip": "downloads"}
"""The archives of parts of the site, each with its folder in the site."""
EARLIER = re.compile(r"data/\d{4}-\d{2}-\d{2}/")
"""A path in a version of the data. These are left out of ``data.zip``, because earlier releases have them."""


def release(site: Path) -> Mapping[str, bytes]:
    """The files of a release of the site in the folder ``site``, by name. The same site gives the same bytes. An archive that would be empty is left out."""
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
