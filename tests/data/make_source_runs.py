"""Makes source_runs.txt.gz: a hash of every run of eight words in the source documents, with which tests find copied wording.

    python3 tests/data/make_source_runs.py FOLDER

FOLDER contains the documents as .txt files. The documents belong to their publishers and are not in the project. Their text cannot be recovered from
the hashes.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LENGTH = 8
RUNS = Path(__file__).resolve().parent / "source_runs.txt.gz"


def words(text: str) -> list[str]:
    """The words of a text, normalized as for the runs."""
    return re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))


def runs(text: str) -> Iterator[str]:
    """Every run of eight words in a text."""
    all = words(text)
    return (" ".join(all[start : start + LENGTH]) for start in range(len(all) - LENGTH + 1))


def mark(run: str) -> str:
    """The hash of a run, cut to 40 bits: a false match happens by chance in at most one of a thousand builds."""
    return hashlib.blake2b(run.encode(), digest_size=5).hexdigest()


def main(folder: Path) -> None:
    documents = sorted(folder.glob("*.txt"))
    marks = sorted({mark(run) for document in documents for run in runs(document.read_text("utf-8"))})
    with gzip.GzipFile(RUNS, "wb", 9, mtime=0) as file:
        file.write("\n".join(marks).encode())
    print(f"{len(marks)} runs of {LENGTH} words from {len(documents)} documents")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
