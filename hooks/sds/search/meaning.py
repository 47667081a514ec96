"""What a record is asked for, as two directions: the means of its ways of asking, each the sum of its words. ``overrides/assets/js/search/meaning.js``
compares them with what was typed. What single words mean is data, made by ``python3 run.py vectors``; a word that is not in it adds nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import add, mul
from typing import TYPE_CHECKING

from sds.search.codes import SIGNS

if TYPE_CHECKING:
    from sds.search.index import Searched
    from sds.search.tokens import Tokens

Vector = tuple[float, ...]

MIDDLE = 32
"""The sign that stands for 0; one sign further is 1 more."""
LARGEST = 31
ROUNDS = 4
"""How often ways are put to the nearer of the two directions: they move no more then."""


def ways_of(record: Searched) -> tuple[str, ...]:
    """All that tells what a record is asked for, each once: its title, its beginning, its names and the ways in which people ask for it."""
    return tuple(dict.fromkeys(filter(None, (record.title, record.text and f"{record.title}. {record.text}", *record.names, *record.asked))))


def signs(vector: Iterable[float]) -> str:
    """Numbers from -31 to 31, a sign each."""
    return "".join(SIGNS[MIDDLE + max(-LARGEST, min(LARGEST, round(number)))] for number in vector)


class Meaning:
    """What texts mean, by ``vectors``: the signs of each stem."""

    def __init__(self, vectors: Mapping[str, str], tokens: Tokens) -> None:
        self._tokens = tokens
        self._signs = vectors

    @cached_property
    def _vectors(self) -> Mapping[str, Vector]:
        value = {sign: float(at - MIDDLE) for at, sign in enumerate(SIGNS)}
        return {stem: tuple(value[sign] for sign in some) for stem, some in self._signs.items()}

    def of_stems(self, stems: Iterable[str]) -> str:
        """The signs of each stem, one after another; nothing where there are none for any word."""
        if not self._signs:
            return ""
        none = signs([0.0] * len(next(iter(self._signs.values()))))
        return "".join(self._signs.get(stem, none) for stem in stems)

    def of_record(self, record: Searched) -> str:
        """The signs of the two directions of a record; of one where all its ways are one, and nothing where no word is known."""
        known = [one for way in ways_of(record) if (one := self._direction(way))]
        if not known:
            return ""
        return "".join(signs(LARGEST * part / max(map(abs, mean)) for part in mean) for mean in _means(known))

    def _direction(self, text: str) -> Vector | None:
        found: Vector | None = None
        for piece in self._tokens.pieces(text):
            if vector := self._vectors.get(self._tokens.stem(piece)):
                found = vector if found is None else tuple(map(add, found, vector))
        return _unit(found) if found else None


def _unit(vector: Sequence[float]) -> Vector | None:
    length = math.sqrt(sum(map(mul, vector, vector)))
    return tuple(part / length for part in vector) if length else None


def _means(known: Sequence[Vector]) -> list[Vector]:
    """The means of the two lots into which directions fall, beginning with the first of them and the one furthest from it."""
    centres = [known[0], min(known, key=lambda one: sum(map(mul, one, known[0])))]
    for _ in range(ROUNDS):
        lots: tuple[list[Vector], list[Vector]] = ([], [])
        for one in known:
            lots[sum(map(mul, one, centres[1])) > sum(map(mul, one, centres[0]))].append(one)
        means = [_unit([sum(parts) for parts in zip(*lot, strict=True)]) for lot in lots if lot]
        centres = [mean for mean in means if mean]
        if len(centres) < len(lots):
            break
    return centres or [known[0]]
