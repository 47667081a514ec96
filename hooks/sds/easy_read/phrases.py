"""Finds names of one or more words in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from sds.easy_read.english import bases, words
from sds.easy_read.text import Sentence

Meant = TypeVar("Meant")


class Names(Generic[Meant]):
    """Names and what each stands for; of two equal names the later counts."""

    def __init__(self, names: Iterable[tuple[str, Meant]]) -> None:
        self._meant = {tuple(word.lower() for word in words(name)): meant for name, meant in names}
        self._meant.pop((), None)
        lengths: dict[str, set[int]] = {}
        for name in self._meant:
            if len(name) > 1:
                lengths.setdefault(name[0], set()).add(len(name))
        self._lengths = {first: (*sorted(some, reverse=True), 1) for first, some in lengths.items()}
        self._alone: dict[str, Meant | None] = {}
        self._none_begins = set[str]()
        """Words of which it is known that no name begins with them."""

    def found_in(self, sentence: Sentence) -> Iterator[tuple[int, int, Meant]]:
        """Where names stand: first word, word after the last, what is meant. The longest at a place counts; its last word may carry an ending."""
        low, at = sentence.low, 0
        if self._none_begins.issuperset(low):  # nearly always
            return
        while at < len(low):
            for length in self._lengths.get(low[at], (1,)):
                if at + length > len(low):
                    continue
                meant = self._by_word(low[at]) if length == 1 else self._by(low[at : at + length])
                if meant is not None:
                    yield at, at + length, meant
                    at += length - 1
                    break
            at += 1

    def _by(self, name: tuple[str, ...]) -> Meant | None:
        """What a name means, or None: its last word as it is, or what that is made from."""
        *start, last = name
        return next((self._meant[(*start, base)] for base in bases(last) if (*start, base) in self._meant), None)

    def _by_word(self, word: str) -> Meant | None:
        """The same for one word, looked up once: nearly all words of nearly all sentences are asked for, and few differ."""
        if word not in self._alone:
            self._alone[word] = self._by((word,))
            if self._alone[word] is None and word not in self._lengths:
                self._none_begins.add(word)
        return self._alone[word]
