"""Suggestions for editors: the correct word nearest to a misspelt one, and the next free id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache


def next_free(start: str, used: Iterable[str], width: int = 1) -> str:
    """The next free id: ``start`` and one more than the highest number after ``start`` in ``used``. Gaps are not filled, as a number is never used again.

    ``width`` is the least number of digits.
    """
    numbers = (int(id.removeprefix(start)) for id in used if re.fullmatch(re.escape(start) + r"[0-9]+", id))
    return f"{start}{max(numbers, default=0) + 1:0{width}}"


def numbered(id: str) -> tuple[str, str]:
    """``"water-l3"`` -> ``("water-l", "3")``; the second is empty for an id that ends in no number."""
    start = id.rstrip("0123456789")
    return start, id[len(start) :]


def next_like(others: Collection[str], used: Iterable[str]) -> str:
    """The next free id with the start that more than half of ``others`` share, if those end in numbers; else an empty string."""
    starts = Counter(start for start, number in map(numbered, others) if number and start)
    start, count = starts.most_common(1)[0] if starts else ("", 0)
    return next_free(start, used) if 2 * count > len(others) else ""


def near(word: str, choices: Collection[str]) -> str:
    """The choice of which ``word`` is most likely a misspelling, or an empty string. A choice with only another number does not count."""
    if same := _same_letters(word, choices) or _same_letters(word, choices, LOOKS):
        return same
    apart = _near(word, tuple(choices))
    return min(apart, key=apart.__getitem__, default="")


def sure(word: str, choices: Collection[str]) -> str:
    """A choice so near to ``word`` that a program may write it without asking, or an empty string: the only one near, or the only one that differs in
    capitals alone, or else by one letter."""
    if same := _same_letters(word, choices):
        return same
    found = _near(word, tuple(choices))
    by_slips = ([choice for choice, apart in found.items() if apart == slips] for slips in (0, 1))
    nearest_of_all = next(filter(None, by_slips), list(found))
    return nearest_of_all[0] if len(nearest_of_all) == 1 else ""


SIGNS = str.maketrans("", "", "-._")
"""Leaves out the signs in an id."""
LOOKS = str.maketrans("1I0O", "lloo", "-._")
"""The same, with the letter that a digit looks like in its place."""


def _same_letters(word: str, choices: Collection[str], plain: dict[int, int | None] = SIGNS) -> str:
    """The only choice that is the same as ``word``, an id with a digit, when both are ``plain``: ``r5-2`` for ``r52``; or an empty string."""
    if not re.search(r"\d", word):
        return ""
    letters = word.translate(plain)
    found = [choice for choice in choices if abs(len(choice) - len(word)) <= 4 and choice != word and choice.translate(plain) == letters]
    return found[0] if len(found) == 1 else ""


BEGINNING = 5
"""The least number of letters that a word and another form of it begin with."""


def _same_beginning(word: str, choices: Collection[str]) -> str:
    """The only choice that ``word`` is with an ending, as in ``listen`` for ``listenning``; an empty string if there is none, or for an id with a hyphen or a
    digit, whose ending says which one it is."""
    found = [choice for choice in choices if len(choice) >= BEGINNING and word.startswith(choice) and word.isalpha()]
    return found[0] if len(found) == 1 else ""


def one_slip_away(word: str, choices: Collection[str]) -> str:
    """The only choice from which ``word`` differs in capitals alone, or else by one letter; an empty string when there is none or more than one."""
    for slips in (0, 1):
        if found := [choice for choice in choices if _apart(word, choice) == slips]:
            return found[0] if len(found) == 1 else ""
    return ""


def write_one_of(choices: Collection[str]) -> str:
    """A sentence that lists the choices: ``Write one of: a, b.``"""
    return f"Write one of: {', '.join(sorted(set(choices)))}."


@lru_cache(maxsize=4096)  # when half a file is missing, hundreds of unknown ids are compared with hundreds
def _near(word: str, choices: tuple[str, ...]) -> dict[str, int]:
    """The choices near to ``word``, each with its edit distance, at most a quarter of the length of ``word``. Those with only another number are left out."""
    if _numbered(word, choices):
        return {}
    most, letters, pattern = max(1, len(word) // 4), set(word.lower()), _letters(word)
    alike = (one for one in choices if abs(len(one) - len(word)) <= most and len(letters ^ set(one.lower())) <= 2 * most and _letters(one) != pattern)
    return {choice: apart for choice in alike if (apart := _apart(word, choice)) <= most}


@lru_cache(maxsize=16384)
def _letters(word: str) -> str:
    return re.sub(r"[0-9]+", "0", word)


def _numbered(word: str, choices: Collection[str]) -> list[str]:
    """The choices that differ from ``word`` in the number at their end and in nothing else."""
    start, number = numbered(word)
    return [choice for choice in choices if number and start and numbered(choice)[0] == start and choice != start]


def _apart(one: str, other: str) -> int:
    """The edit distance of two words, ignoring case: how many letters to insert, delete, change or swap with the next one.

    This is the optimal string alignment distance (https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance). ``difflib`` cannot choose among near
    words, because it does not know swaps: for it "pfd" is as far from "pdf" (0.67) as a word of six letters with two wrong ones. A package for this would be
    one more for every editor to install.
    """
    one, other = one.lower(), other.lower()
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, start=1):
        row = [at]
        for to, wanted in enumerate(other, start=1):
            least = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                least = min(least, rows[-2][to - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


def nearest(word: str, choices: Collection[str], files: str = "") -> str:
    """A sentence that helps to correct a misspelt ``word``: the nearest choice, or all of them if there are at most 12, or where to look (``files``)."""
    if close := near(word, choices) or _same_beginning(word, choices):
        return f'Did you mean "{close}"?'
    few = _numbered(word, choices) or choices
    if not few:
        return "There is none. Delete it, or write one first."
    if files and not 0 < len(few) <= 12:
        return f"Look it up in {files} and copy it."
    return write_one_of(few)
