"""Parses easy-read text: ``**words**`` between pairs of stars are a hard word. The only module that knows this syntax."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

STARS = "**"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether it is a hard word."""

    words: str
    hard: bool


@lru_cache(maxsize=8192)
def pieces(text: str) -> tuple[Piece, ...]:
    """``"Ask for a **review**."`` -> ``Ask for a `` and ``.``, and between them the hard word ``review``. Empty pieces are left out."""
    return tuple(Piece(words, bool(place % 2)) for place, words in enumerate(text.split(STARS)) if words)


def plain(text: str) -> str:
    """``text`` without the stars around hard words."""
    return "".join(piece.words for piece in pieces(text))


def hard_words(texts: Iterable[str]) -> list[str]:
    """The hard words in ``texts``, each once, in the order in which they occur."""
    return list(dict.fromkeys(piece.words for text in texts for piece in pieces(text) if piece.hard))


def unclosed(text: str) -> bool:
    """Whether a hard word is opened with two stars and not closed."""
    return text.count(STARS) % 2 == 1
