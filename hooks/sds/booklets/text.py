"""Words made ready for print: dates in full, curly quotes, hard words marked, and no character that the font lacks."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from fontTools.ttLib import TTFont

from sds.easy_read.hard_words import pieces
from sds.model.field_types import curly

Runs: TypeAlias = list[tuple[str, bool]]
"""A sentence in pieces: the words, and whether they are hard words."""

IN_PLACE_OF = {"Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "\u2010": "-", "\u2192": "to", "\u2265": "at least", "\u2264": "at most"}
"""What stands in for characters that have no simpler form of their own in Unicode."""


def runs(sentence: str) -> Runs:
    """A sentence in pieces, with typographic quotes."""
    return [(piece.words, piece.hard) for piece in pieces(curly(sentence))]


def printable(value: Any, font: frozenset[int]) -> Any:
    """``value``, and everything in it, with typographic quotes and only characters that ``font`` has: a missing one would stop the press."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", curly(value))
        return text if text.isascii() or font.issuperset(map(ord, text)) else "".join(_shown(character, font) for character in text)
    if isinstance(value, dict):
        return {key: printable(inner, font) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner, font) for inner in value]
    return value


def _shown(character: str, font: frozenset[int]) -> str:
    if ord(character) in font or unicodedata.category(character) in {"Cf", "Cc", "Mn"}:
        return character if ord(character) in font else ""
    if character in IN_PLACE_OF:
        return IN_PLACE_OF[character]
    simpler = "".join(part for part in unicodedata.normalize("NFKD", character) if ord(part) in font and not unicodedata.combining(part))
    return simpler or "?"


@cache
def characters(font: Path) -> frozenset[int]:
    """The characters that a TrueType font can show."""
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())
