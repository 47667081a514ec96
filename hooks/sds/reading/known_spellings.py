"""``content/words-known.txt``: correct words that the dictionary does not have, one a line, in alphabetical order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sds.paths import KNOWN_SPELLINGS
from sds.problem import Problem


@dataclass(frozen=True, eq=False)
class KnownSpellings:
    """The words of the list, and the text of the file. A word in lower case also allows the word with a capital."""

    words: frozenset[str]
    text: str

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.lower() in self.words


def read_known_spellings(root: Path) -> KnownSpellings | None:
    """The list of the project in ``root``, or None if it has no such file. The same text gives the identical object, so that it can be a cache key."""
    path = root / KNOWN_SPELLINGS
    return _parsed(path.read_text("utf-8", errors="replace")) if path.exists() else None


@lru_cache(maxsize=4)
def _parsed(text: str) -> KnownSpellings:
    return KnownSpellings(frozenset(word for _, word in _lines(text)), text)


def _lines(text: str) -> list[tuple[int, str]]:
    """Each line that is neither empty nor a comment (#), with its number."""
    return [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip() and not line.startswith("#")]


def out_of_order(known: KnownSpellings) -> list[Problem]:
    """A problem for each line that is not one word, that repeats the line before it, or that is out of order: the fewest lines to move."""
    found, before, right = list[Problem](), "", _in_order(_lines(known.text))
    for number, word in _lines(known.text):
        if not word.isalpha():
            found.append(Problem(KNOWN_SPELLINGS, number, f'"{word}" is not one word.', "Write one word a line, in letters only."))
        elif word == before:
            found.append(Problem(KNOWN_SPELLINGS, number, f'"{word}" is here twice.', "Delete one of the two lines."))
        elif number not in right:
            behind = max((one for one in known.words if order(one) < order(word)), key=order, default="")
            place = f'below "{behind}"' if behind else "first of all"
            found.append(Problem(KNOWN_SPELLINGS, number, f'"{word}" is out of order.', f"Move the line: it belongs {place}."))
            continue
        before = word
    return found


def _in_order(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The numbers of the most lines that are in alphabetical order as they stand (https://en.wikipedia.org/wiki/Longest_increasing_subsequence)."""
    ends, lasts, before = list[tuple[str, str]](), list[int](), dict[int, int]()
    for at, key in enumerate(order(word) for _, word in lines):
        place = bisect_right(ends, key)
        ends[place : place + 1], lasts[place : place + 1] = [key], [at]
        before[at] = lasts[place - 1] if place else -1
    found, at = set[int](), lasts[-1] if lasts else -1
    while at >= 0:
        found.add(lines[at][0])
        at = before[at]
    return frozenset(found)


def order(word: str) -> tuple[str, str]:
    """The sort key of the list: alphabetical, ignoring case."""
    return word.casefold(), word
