"""Ids that end in a number: the next one that was never used."""

from __future__ import annotations

import re
from collections.abc import Iterable


def next_free(start: str, used: Iterable[str], width: int = 1) -> str:
    """``start`` and the number after the highest that stands behind it in ``used``: a number is never used again, so a gap is not free.

    ``width`` is how many digits the number has at the least.
    """
    numbers = (int(id.removeprefix(start)) for id in used if re.fullmatch(re.escape(start) + r"[0-9]+", id))
    return f"{start}{max(numbers, default=0) + 1:0{width}}"


def numbered(id: str) -> tuple[str, str]:
    """``"budgets-l3"`` -> ``("budgets-l", "3")``; the second is empty for an id that ends in no number."""
    start = id.rstrip("0123456789")
    return start, id[len(start) :]
