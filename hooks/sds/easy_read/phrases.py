"""Finds names of one or more words, such as the terms of the word bank, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from sds.easy_read.english import bases, words
from sds.easy_read.text import Sentence

Meant = TypeVar("Meant")


class Names(Generic[Meant]):
    """A lookup of names, each with what it means. Of two equal names the later counts. Case is ignored."""

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
        """Words already known to begin no name."""

    def found_in(self, sentence: Sentence) -> Iterator[tuple[int, int, Meant]]:
        """The names in a sentence: the index of the first word, the index after the last word, and the meaning.

        At each position the longest name counts. The last word of a name may have an ending, such as a plural s.
        """
        low, at = sentence.low, 0
        if self._none_begins.issuperset(low):  # a shortcut for nearly all sentences
            return
        while at < len(low):
            if low[at] in self._none_begins:
                at += 1
                continue
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
        """The meaning of a name, or None. Its last word may be a base form or have an ending."""
        *start, last = name
        return next((self._meant[(*start, base)] for base in bases(last) if (*start, base) in self._meant), None)

    def _by_word(self, word: str) -> Meant | None:
        """The meaning of a name of one word, or None. Cached, because sentences use the same few words again and again."""
        if word not in self._alone:
            self._alone[word] = self._by((word,))
            if self._alone[word] is None and word not in self._lengths:
                self._none_begins.add(word)
        return self._alone[word]
