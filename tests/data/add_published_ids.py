"""Adds the ids of the site in site/ to published_ids.txt, so that a test tells when one of them is lost.

    python3 tests/data/add_published_ids.py

Run it each time the site was built and published. It only adds lines: an id that was published once stays.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PUBLISHED = HERE / "published_ids.txt"
DATA_FILE = HERE.parent.parent / "site/data/framework.json"
NOTE = "# Every id that was published, as kind/id. No line is ever taken out. To add those of a new publication: python3 tests/data/add_published_ids.py"


def published(text: str) -> list[str]:
    """The ids in the text of the list, each as ``kind/id``."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def grown(text: str, data: Mapping[str, Any]) -> str:
    """The text of the list with the ids of every record in ``data``, the content of ``/data/framework.json``, added to it."""
    now = (f"{kind}/{record['id']}" for kind, records in data.items() if isinstance(records, list) for record in records)
    return "\n".join([NOTE, *sorted({*published(text), *now})]) + "\n"


def main() -> None:
    before = PUBLISHED.read_text("utf-8") if PUBLISHED.exists() else ""
    after = grown(before, json.loads(DATA_FILE.read_text("utf-8")))
    PUBLISHED.write_text(after, "utf-8")
    print(f"{len(published(after)) - len(published(before))} ids added to {PUBLISHED.name}, {len(published(after))} in all")


if __name__ == "__main__":
    main()
