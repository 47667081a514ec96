"""Values as people read them in print: curly quotes, and days in words."""

from __future__ import annotations

import datetime
import re

OPENS = r"(?<![\w.,;:!?)\]\u2019\u201d])"
QUOTES = (("'", re.compile(rf"{OPENS}'(?=[\w*])"), "\u2018", "\u2019"), ('"', re.compile(rf'{OPENS}"(?=[\w*])'), "\u201c", "\u201d"))
"""Each straight quote, where one opens, and what becomes of those that open and of all others."""


def curly(text: str) -> str:
    """``text`` with typographic quotes and apostrophes."""
    for straight, opening, opened, closed in QUOTES:
        if straight in text:  # most values have none, and a pattern takes ten times as long to say so
            text = opening.sub(opened, text).replace(straight, closed)
    return text


def day(date: str) -> str:
    """A date as people read it: ``2026-11-21`` -> ``21 November 2026``."""
    when = datetime.date.fromisoformat(date)
    return f"{when.day} {when:%B} {when.year}"
