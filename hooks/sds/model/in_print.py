"""Values in typographic form: curly quotes, and dates in words."""

from __future__ import annotations

import datetime
import re
from functools import cache

OPENS = r"(?<![\w.,;:!?)\]\u2019\u201d])"
QUOTES = (("'", re.compile(rf"{OPENS}'(?=[\w*])"), "\u2018", "\u2019"), ('"', re.compile(rf'{OPENS}"(?=[\w*])'), "\u201c", "\u201d"))
"""For each straight quote: the pattern of an opening one, the opening curly quote, and the closing curly quote for all others."""


def curly(text: str) -> str:
    """``text`` with typographic quotes and apostrophes."""
    for straight, opening, opened, closed in QUOTES:
        if straight in text:  # most values have none, and this test is ten times as fast as the pattern
            text = opening.sub(opened, text).replace(straight, closed)
    return text


def capitalise(text: str) -> str:
    """``text`` with a capital as its first letter and the rest unchanged."""
    return text[:1].upper() + text[1:]


@cache  # most pages have the same few days
def day(date: str) -> str:
    """An ISO date in words: ``2026-11-21`` -> ``21 November 2026``."""
    when = datetime.date.fromisoformat(date)
    return f"{when.day} {when:%B} {when.year}"
