"""Makes resource_addresses.txt and unread_units.txt: what the catalogues of facts say, so that tests compare the library with it.

    python3 tests/data/make_library_lists.py FOLDER

FOLDER holds the catalogues: resources.md with every web address that was seen, and alignments.md where a unit of
another framework that nobody could read is marked [check].
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ADDRESSES, UNREAD = HERE / "resource_addresses.txt", HERE / "unread_units.txt"


def addresses(catalogue: str) -> Iterator[str]:
    """The address in the fifth cell of each row: id, title, publisher, year, address, and more."""
    for line in catalogue.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if len(cells) >= 11 and cells[4].startswith("http"):
            yield cells[4]


def unread(catalogue: str) -> Iterator[str]:
    """The ids of units marked [check]: in the rows of a table, and in a line of numbers after the table they continue."""
    family = ""
    for line in catalogue.splitlines():
        row = re.match(r"\| ([A-Z]+-[^|]+?) \|", line)
        if row:
            family = row[1].partition("-")[0]
            if "[check]" in line:
                yield from row[1].split(", ")
        elif line.startswith("**Check before use**"):
            yield from (f"{family}-{number}" for number in re.findall(r"\b\d\.\d+\b", line))


def main(folder: Path) -> None:
    for name, found, file in (("resources.md", addresses, ADDRESSES), ("alignments.md", unread, UNREAD)):
        lines = sorted(set(found((folder / name).read_text("utf-8"))))
        file.write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{len(lines)} lines in {file.name}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
