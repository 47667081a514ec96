"""Which stems, words and names are in which piece of the index.

Stems are in the order of the alphabet, since a half word is answered by its neighbours. Words that people use for one another are together, since they
are asked for together; and the commonest words, which are in no record, are in the first piece.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sds.search.codes import coded, steps
from sds.search.index import FIELDS, Index
from sds.search.tokens import Tokens

LARGEST = 1000
"""Characters of a piece of words, after which the next begins. A longer list of records is a piece of its own."""
MOST = 1000
"""About how many pieces of words there are at the most: larger ones then, since where each begins is told to everybody."""
COMMONEST = 0
"""The piece of the commonest words."""
PARTS = 0.75
"""Parts of one in which the scripts are told what a way of asking weighs, and ``HEAVIEST`` of them at the most: so each weight is one sign."""
HEAVIEST = 31
SHORT_NAME = 3
"""Stems of a name up to which it is looked for by two of them."""


@dataclass(slots=True, kw_only=True)
class _Words:
    """A piece of words, before it is written."""

    stems: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)


def order(text: str) -> bytes:
    """Text in the order in which scripts compare it."""
    return text.encode("utf-16-be")


def _between(before: str, stem: str) -> str:
    """The shortest beginning of ``stem`` that stands after ``before``."""
    return next(stem[:length] for length in range(1, len(stem) + 1) if order(stem[:length]) > order(before))


class Cut:
    """Which stem is in which piece. ``starts``: where each piece of the alphabet begins, the first of them piece 1.

    With ``whole``, there is one piece, besides those of the lots of words that people use for one another.
    """

    def __init__(self, index: Index, tokens: Tokens, lots: Sequence[Sequence[str]], whole: bool) -> None:
        self._index, self._tokens = index, tokens
        self._lot = {stem: at for at, lot in enumerate(lots) for stem in lot}
        nowhere: list[array[int]] = [array("I") for _ in FIELDS[:-1]]
        self._posted = {
            stem: _posting(index.postings.get(stem, nowhere), index.asking.get(stem, ()), index.asked_weights)
            for stem in sorted({*index.postings, *index.asking})
        }
        self._ways = {stem: coded(steps(ways)) for stem, ways in index.ways.items()}
        self._beside = self._names_by_stem()
        stems = {*self._posted, *index.ways, *index.words}
        largest = sys.maxsize if whole else max(LARGEST, sum(map(self._cost, stems)) // MOST)
        self.starts: list[str] = [""]
        size, before = 0, ""
        for stem in sorted(stems - self._lot.keys(), key=order):
            cost = self._cost(stem)
            if size and size + cost > largest:
                self.starts.append(_between(before, stem))
                size = 0
            size, before = size + cost, stem
        self._keys = [order(start) for start in self.starts]
        self._lot_pieces: list[int] = []
        at, size = len(self.starts) + 1, 0
        for lot in lots:
            cost = sum(map(self._cost, lot))
            if size and size + cost > largest:
                at, size = at + 1, 0
            self._lot_pieces.append(at)
            size += cost

    def _cost(self, stem: str) -> int:
        names = sum(len(name) + 4 for name in self._beside.get(stem, ()))
        return len(stem) + len(self._posted.get(stem, "")) + len(self._ways.get(stem, "")) + names + 2

    def _names_by_stem(self) -> dict[str, list[str]]:
        """Each name under its rarest stem; a short one under the two rarest, so that it is found where one of them is spelt as another word."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._index.names:
            rare = sorted(dict.fromkeys(name.split(" ")), key=lambda stem: (stem in self._tokens.stop_stems, self._index.having[stem]))
            for stem in rare[: 2 if len(rare) <= SHORT_NAME else 1]:
                found[stem].append(name)
        return found

    def _alphabet(self, text: str) -> int:
        return bisect_right(self._keys, order(text))

    def place(self, stem: str) -> int:
        return self._lot_pieces[self._lot[stem]] if stem in self._lot else self._alphabet(stem)

    def _asked_place(self, stem: str) -> int:
        """Where names and ways of asking with this stem are."""
        return COMMONEST if not stem or stem in self._tokens.stop_stems else self.place(stem)

    def pieces(self) -> dict[str, list[object]]:
        """Every piece by its name."""
        index = self._index
        made = [_Words() for _ in range(max((len(self.starts), *self._lot_pieces)) + 1)]
        for stem in sorted(self._posted, key=order):
            made[self.place(stem)].stems.append(stem)
            if stem in self._lot:
                made[self._alphabet(stem)].elsewhere.append(stem)
        for stem in sorted(self._ways, key=order):
            made[self._asked_place(stem)].ways.append(stem)
        for word in sorted(index.words, key=order):
            made[self._alphabet(word)].words.append(word)
        for stem, names in self._beside.items():
            made[self._asked_place(stem)].names.update(dict.fromkeys(names))
        for title, (stem, _) in index.titles.items():
            made[self._asked_place(stem)].titles.append(title)
        return {f"w{number}": self._written(piece) for number, piece in enumerate(made)}

    def _written(self, piece: _Words) -> list[object]:
        """In the order in which the scripts read it: the stems, their records, stems that are in another piece than their neighbours; stems in ways of
        asking, those ways; words, how often each is there; names, the records of each; fingerprints of titles, the records of each."""
        index = self._index
        return [
            " ".join(piece.stems),
            " ".join(self._posted[stem] for stem in piece.stems),
            " ".join(piece.elsewhere),
            " ".join(piece.ways),
            " ".join(self._ways[stem] for stem in piece.ways),
            " ".join(piece.words),
            coded(index.words[word] for word in piece.words),
            ",".join(piece.names),
            " ".join(coded(steps(sorted(index.names[name].values()))) for name in piece.names),
            "".join(piece.titles),
            " ".join(coded(steps(index.titles[title][1])) for title in piece.titles),
        ]


def joined_lots(tokens: Tokens, alike: Iterable[Iterable[str]]) -> list[list[str]]:
    """Stems of words that people use for one another, and of those used for these, in the order of the data."""
    lots: list[list[str]] = []
    for words in alike:
        stems = [tokens.stem(word) for word in words]
        meeting = [lot for lot in lots if not set(lot).isdisjoint(stems)]
        lots = [lot for lot in lots if lot not in meeting]
        lots.append(list(dict.fromkeys([stem for lot in meeting for stem in lot] + stems)))
    return lots


def _posting(fields: Sequence[Sequence[int]], ways: Sequence[int], weights: Sequence[float]) -> str:
    """Which records have a stem, field by field: how many, how far each is from the one before it, how many different stems each field has, and which
    have the stem more than once and how often. Then the ways of asking that have it, and what all stems of each count together, so that it takes one sign."""
    numbers: list[int] = []
    for one in fields:
        records, lengths, often = one[::3], one[1::3], one[2::3]
        more = [(at, times) for at, times in enumerate(often) if times > 1]
        at = steps(place for place, _ in more)
        numbers += [len(records), *steps(records), *lengths]
        if records:
            numbers += [len(more), *(part for step, (_, times) in zip(at, more, strict=True) for part in (step, times))]
    return coded([*numbers, *steps(ways), *(min(HEAVIEST, max(1, int(weights[way] * PARTS))) for way in ways)])
