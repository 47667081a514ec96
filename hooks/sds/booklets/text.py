"""Words made ready for print: dates in full, curly quotes, hard words marked, and no character that the font lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from fontTools.ttLib import TTFont

from sds.model.field_types import curly

Runs: TypeAlias = list[tuple[str, bool]]
"""A sentence in pieces: the words, and whether they are hard words."""

HARD = re.compile(r"\*\*(.+?)\*\*")
IN_PLACE_OF = {"Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "\u2010": "-", "\u2192": "to", "\u2265": "at least", "\u2264": "at most"}
"""What stands in for characters that have no simpler form of their own in Unicode."""


def runs(sentence: str) -> Runs:
    """A sentence in pieces: what stands between two pairs of stars is a hard word."""
    return [(piece, bool(place % 2)) for place, piece in enumerate(HARD.split(curly(sentence))) if piece]


def hard_words(sentences: Iterable[str]) -> list[str]:
    """The hard words of some sentences, each once, in the order of reading."""
    return list(dict.fromkeys(word for sentence in sentences for word in HARD.findall(sentence)))


def printable(value: Any, font: frozenset[int]) -> Any:
    """``value``, and everything in it, with typographic quotes and only characters that ``font`` has: a missing one would stop the press."""
    if isinstance(value, str):
        text = curly(value)
        return text if text.isascii() else "".join(_shown(character, font) for character in unicodedata.normalize("NFC", text))
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
