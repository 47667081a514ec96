"""Texts as one text: a pattern is searched in it several times as fast as in one text after another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from sds.cache import Cache
from sds.problem import FieldPath
from sds.reading.values_and_lists import values_of
from sds.reading.yaml_text import Document


class Joined:
    """Some texts as one ``text``, in which a line break stands before each of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self.text = "\n".join(("", *texts))

    @cached_property
    def _starts(self) -> list[int]:
        """Where the line break before each text is. The last is behind the end of the whole."""
        return [0, *accumulate(len(text) + 1 for text in self._texts)]

    def suspects(self, *quick: re.Pattern[str]) -> dict[int, set[re.Pattern[str]]]:
        """The indexes, in order, of the texts in which one of the patterns has a match, with these patterns; and perhaps texts in which none has: a match may
        go on in the text below.

        For quick tests before slower searches. A pattern must find the start and the end of a text as those of a line (``re.MULTILINE``). It may begin with
        a character that is none of a word, because there is one before each text: such a pattern is searched three times as fast as one that looks behind.
        One that begins with plain letters or signs is searched ten times as fast as one that begins with a choice, so two such patterns are better than one.
        """
        found: dict[int, set[re.Pattern[str]]] = {}
        for pattern in quick:
            match = pattern.search(self.text)
            while match:
                at = bisect_right(self._starts, match.start())
                found.setdefault(at - 1, set()).add(pattern)
                match = pattern.search(self.text, self._starts[at])
        return dict(sorted(found.items()))


_JOINED = Cache[Joined]()


def joined(document: Document) -> Joined:
    """All values of a file, one below the other."""
    return _JOINED.get(document.path, (document,), lambda: Joined([value for _, value in values_of(document)]))


def values_with(document: Document, *quick: re.Pattern[str]) -> Iterator[tuple[FieldPath, str]]:
    """Each value, with its field path, that ``Joined.suspects`` finds, in the order of the file."""
    values = values_of(document)
    return (values[at] for at in joined(document).suspects(*quick))
