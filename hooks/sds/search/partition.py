"""Divides the index into pieces: which stems and words are in which piece.

Stems are in alphabetical order, because a partly typed word is completed from its neighbours. Synonyms are in the same piece, because a query looks up all of
them. A stem with a long list of records has a piece of its own, so that its neighbours, and words that begin like it, can be looked up without that list.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sds.search.codes import coded, deltas
from sds.search.index import FIELDS, Index
from sds.search.tokens import Tokens

LARGEST = 700
"""The size in characters at which the next piece of words begins."""
MOST = 2000
"""About the greatest number of such pieces: with more content, pieces get larger, because every reader fetches the list of their first stems."""
LONG, SHARE = 350, 0.25
"""A stem has a piece of its own if its lists have more characters than this, and are longer than this share of the largest piece, because every reader
fetches the list of these stems too."""
ASKED_WEIGHT_SCALE = 0.75
"""By this the weights of phrasings are multiplied and then cut to integers from 1 to ``HEAVIEST``, so that each is encoded as one character."""
HEAVIEST = 31


@dataclass(slots=True, kw_only=True)
class _Words:
    """The content of a piece of words, before it is encoded."""

    stems: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    phrasings: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def order(text: str) -> bytes:
    """A sort key for the order in which JavaScript compares strings."""
    return text.encode("utf-16-be")


def _between(before: str, stem: str) -> str:
    """The shortest prefix of ``stem`` that sorts after ``before``."""
    return next(stem[:length] for length in range(1, len(stem) + 1) if order(stem[:length]) > order(before))


class Partition:
    """The division of an index into pieces. ``starts`` has the first stem (or a prefix of it) of each alphabetical piece; these are numbered from 1.

    ``groups`` are the groups of synonyms, as stems; their pieces come after the alphabetical ones. ``long`` are the stems with a piece of their own. With
    ``whole``, there is only one alphabetical piece.
    """

    def __init__(self, index: Index, groups: Sequence[Sequence[str]], whole: bool) -> None:
        self._index = index
        self._group_of = {stem: at for at, group in enumerate(groups) for stem in group}
        nowhere: list[array[int]] = [array("I") for _ in FIELDS[:-1]]
        self._posted = {
            stem: _posting(index.postings.get(stem, nowhere), index.asking.get(stem, ()), index.asked_weights)
            for stem in sorted({*index.postings, *index.asking})
        }
        self._phrasings = {stem: coded(deltas(phrasings)) for stem, phrasings in index.phrasings.items()}
        stems = {*self._posted, *index.phrasings, *index.words}
        largest = sys.maxsize if whole else max(LARGEST, sum(map(self._cost, stems)) // MOST)
        apart = stems - self._group_of.keys()
        self.long = sorted((stem for stem in apart if self._cost(stem) > max(LONG, largest * SHARE)), key=order)
        self._long = frozenset(self.long)
        self.starts: list[str] = [""]
        size, before = 0, ""
        for stem in sorted(apart - self._long, key=order):
            cost = self._cost(stem)
            if size and size + cost > largest:
                self.starts.append(_between(before, stem))
                size = 0
            size, before = size + cost, stem
        self._keys = [order(start) for start in self.starts]
        self._group_pieces: list[int] = []
        at, size = len(self.starts) + 1, 0
        for group in groups:
            cost = sum(map(self._cost, group))
            if size and size + cost > largest:
                at, size = at + 1, 0
            self._group_pieces.append(at)
            size += cost

    def _cost(self, stem: str) -> int:
        return len(stem) + len(self._posted.get(stem, "")) + len(self._phrasings.get(stem, "")) + 2

    def _alphabet(self, text: str) -> int:
        return bisect_right(self._keys, order(text))

    def place(self, stem: str) -> int:
        """The number of the piece with the records of a stem that has no piece of its own."""
        return self._group_pieces[self._group_of[stem]] if stem in self._group_of else self._alphabet(stem)

    def pieces(self) -> dict[str, list[object]]:
        """The data of every piece by its name."""
        made = {number: _Words() for number in range(1, max((len(self.starts), *self._group_pieces)) + 1)}
        for stem in sorted(self._posted, key=order):
            if stem not in self._long:
                made[self.place(stem)].stems.append(stem)
            if stem in self._group_of or stem in self._long:
                made[self._alphabet(stem)].elsewhere.append(stem)
        for stem in sorted(self._phrasings.keys() - self._long, key=order):
            made[self.place(stem)].phrasings.append(stem)
        for word in sorted(self._index.words, key=order):
            made[self._alphabet(word)].words.append(word)
        own: dict[str, list[object]] = {f"l{number}": [self._posted.get(stem, ""), self._phrasings.get(stem, "")] for number, stem in enumerate(self.long)}
        return {**{f"w{number}": self._written(piece) for number, piece in made.items()}, **own}

    def _written(self, piece: _Words) -> list[object]:
        """The data of a piece, in the order in which scripts read it: stems, the records of each, stems whose records are in another piece; stems of
        phrasings, the phrasings of each; words, how often each occurs."""
        return [
            " ".join(piece.stems),
            " ".join(self._posted[stem] for stem in piece.stems),
            " ".join(piece.elsewhere),
            " ".join(piece.phrasings),
            " ".join(self._phrasings[stem] for stem in piece.phrasings),
            " ".join(piece.words),
            coded(self._index.words[word] for word in piece.words),
        ]


def merged_groups(tokens: Tokens, synonyms: Iterable[Iterable[str]]) -> list[list[str]]:
    """Groups of stems of synonyms, where groups with a common stem are merged, in the order of the data."""
    groups: list[list[str]] = []
    for words in synonyms:
        stems = [tokens.stem(word) for word in words]
        meeting = [group for group in groups if not set(group).isdisjoint(stems)]
        groups = [group for group in groups if group not in meeting]
        groups.append(list(dict.fromkeys([stem for group in meeting for stem in group] + stems)))
    return groups


def _posting(fields: Sequence[Sequence[int]], phrasings: Sequence[int], weights: Sequence[float]) -> str:
    """The encoded posting list of a stem.

    For each field: the number of records, the record numbers (delta encoded), the number of different stems in the field of each record, and, if there are
    records, which of them have the stem more than once and how often. Then the phrasings that have the stem, and the weight of each phrasing.
    """
    numbers: list[int] = []
    for one in fields:
        if not one:  # most stems are in one field only
            numbers.append(0)
            continue
        records, lengths, often = one[::3], one[1::3], one[2::3]
        more = [(at, times) for at, times in enumerate(often) if times > 1]
        at = deltas(place for place, _ in more)
        numbers += [len(records), *deltas(records), *lengths]
        numbers += [len(more), *(part for step, (_, times) in zip(at, more, strict=True) for part in (step, times))]
    return coded([*numbers, *deltas(phrasings), *(min(HEAVIEST, max(1, int(weights[phrasing] * ASKED_WEIGHT_SCALE))) for phrasing in phrasings)])
