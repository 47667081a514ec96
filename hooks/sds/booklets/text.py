"""Prepares text for print: curly quotes, marked hard words, and characters that the typeface does not have."""

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
"""A sentence as pieces of text, each with whether it is a hard word."""

FONTS = "fonts"
"""The folder of the typeface in the folder of templates."""
SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
"""All Unicode spaces other than the ordinary space and no-break spaces."""
SAME = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2012": "\u2013", "\u2015": "\u2014", "\u02bc": "\u2019", "\u00ad": "", "\u202f": "\u00a0", **dict.fromkeys(SPACES, " ")}
)
"""Characters that are replaced by one that looks the same, or removed: hyphens, dashes, an apostrophe, the soft hyphen, and spaces."""

MADE = frozenset("\u2018\u2019\u201c\u201d").union(*SAME.values())
"""The characters that replace others: curly quotes, and those of ``SAME``."""


def runs(sentence: str) -> Runs:
    """A sentence as pieces, with curly quotes."""
    return [(piece.words, piece.hard) for piece in pieces(curly(sentence))]


def printable(value: Any) -> Any:
    """``value``, with every text inside it (lists and dicts too) prepared for print: curly quotes, Unicode NFC, and ``SAME`` applied."""
    if isinstance(value, str):
        text = curly(value)
        return text if text.isascii() else unicodedata.normalize("NFC", text).translate(SAME)
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner) for inner in value]
    return value


def lacking(text: str, font: frozenset[str]) -> set[str]:
    """The characters of ``text``, which must be ``printable``, that are not among those of ``font``."""
    return set(text) - font


def texts(value: Any) -> Iterator[str]:
    """Every text inside a value, in nested lists and dicts too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def typeface(templates: Path, kept: DiskCache | None = None) -> frozenset[str]:
    """The characters that every weight of the typeface has. ``templates`` is the folder of the booklets' templates, and ``kept`` a cache of the result."""
    return frozenset(map(chr, frozenset.intersection(*(_code_points(font, kept) for font in sorted((templates / FONTS).glob("*.ttf"))))))


@cache
def _code_points(font: Path, kept: DiskCache | None) -> frozenset[int]:
    def read() -> bytes:
        from fontTools.ttLib import TTFont  # imported late: with the cache, a check of content does not need it

        with TTFont(font, lazy=True) as opened:
            return json.dumps(sorted(opened.getBestCmap())).encode()

    return frozenset(json.loads(kept.get((hashlib.sha256(font.read_bytes()).hexdigest(),), read) if kept else read()))
