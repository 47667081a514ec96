"""Words made ready for print: curly quotes, hard words marked, and what the typeface cannot print."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from sds.disk_cache import DiskCache
from sds.easy_read.hard_words import pieces
from sds.model.in_print import curly

Runs: TypeAlias = list[tuple[str, bool]]
"""A sentence in pieces: the words, and whether they are hard words."""

FONTS = "fonts"
"""The folder of the typeface, among the templates."""
SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
"""Every space of Unicode but the plain one and those that do not break."""
SAME = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2012": "\u2013", "\u2015": "\u2014", "\u02bc": "\u2019", "\u00ad": "", "\u202f": "\u00a0", **dict.fromkeys(SPACES, " ")}
)
"""Characters that print as another does, or not at all: hyphens, dashes, an apostrophe, the place where a word may break, and spaces."""

MADE = frozenset("\u2018\u2019\u201c\u201d").union(*SAME.values())
"""What stands in print for other characters."""


def runs(sentence: str) -> Runs:
    """A sentence in pieces, with typographic quotes."""
    return [(piece.words, piece.hard) for piece in pieces(curly(sentence))]


def printable(value: Any) -> Any:
    """``value``, and everything in it, with typographic quotes and each letter as one character."""
    if isinstance(value, str):
        text = curly(value)
        return text if text.isascii() else unicodedata.normalize("NFC", text).translate(SAME)
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner) for inner in value]
    return value


def lacking(text: str, font: frozenset[int]) -> set[str]:
    """The characters of ``text``, made ready for print, that the typeface does not have."""
    return {character for character in set(text) if ord(character) not in font}


def texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def typeface(templates: Path, kept: DiskCache | None = None) -> frozenset[int]:
    """The characters that every weight of the typeface has. ``templates`` is the folder of the booklets' templates. An earlier run may have ``kept`` them."""
    return frozenset.intersection(*(_characters(font, kept) for font in sorted((templates / FONTS).glob("*.ttf"))))


@cache
def _characters(font: Path, kept: DiskCache | None) -> frozenset[int]:
    def read() -> bytes:
        from fontTools.ttLib import TTFont  # here: a check of content prints nothing, and would wait for it

        with TTFont(font, lazy=True) as opened:
            return json.dumps(sorted(opened.getBestCmap())).encode()

    return frozenset(json.loads(kept.get((hashlib.sha256(font.read_bytes()).hexdigest(),), read) if kept else read()))
