"""What an editor most likely meant: the nearest of the words that fit, and the next id that was never used."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from functools import lru_cache


def next_free(start: str, used: Iterable[str], width: int = 1) -> str:
    """``start`` and the number after the highest that stands behind it in ``used``: a number is never used again, so a gap is not free.

    ``width`` is how many digits the number has at the least.
    """
    numbers = (int(id.removeprefix(start)) for id in used if re.fullmatch(re.escape(start) + r"[0-9]+", id))
    return f"{start}{max(numbers, default=0) + 1:0{width}}"


def numbered(id: str) -> tuple[str, str]:
    """``"budgets-l3"`` -> ``("budgets-l", "3")``; the second is empty for an id that ends in no number."""
    start = id.rstrip("0123456789")
    return start, id[len(start) :]


def near(word: str, choices: Collection[str]) -> str:
    """The choice that ``word`` is most likely a misspelling of, or an empty string: few letters differ, and not a number alone."""
    apart = _near(word, tuple(choices))
    return min(apart, key=apart.__getitem__, default="")


def sure(word: str, choices: Collection[str]) -> str:
    """The same where no other choice is near, or an empty string: it may be written for the editor."""
    found = _near(word, tuple(choices))
    return next(iter(found)) if len(found) == 1 else ""


@lru_cache(maxsize=4096)  # a message asks for what is near, and again whether it is sure; and one name is often misspelt in many places
def _near(word: str, choices: tuple[str, ...]) -> dict[str, int]:
    """The choices from which ``word`` differs in few letters, and not in a number alone, each with how many those are."""
    if _numbered(word, choices):
        return {}
    likely = (choice for choice in difflib.get_close_matches(word, choices, n=8, cutoff=0.5) if _letters(choice) != _letters(word))
    return {choice: apart for choice in likely if (apart := _apart(word, choice)) <= max(1, len(word) // 4)}


def _letters(word: str) -> str:
    return re.sub(r"[0-9]+", "0", word)


def _numbered(word: str, choices: Collection[str]) -> list[str]:
    """The choices that differ from ``word`` in the number at their end and in nothing else."""
    start, number = numbered(word)
    return [choice for choice in choices if number and start and numbered(choice)[0] == start and choice != start]


def _apart(one: str, other: str) -> int:
    """How many letters to add, take out, change or swap with the next until ``one`` is ``other``, whatever is a capital.

    This is the optimal string alignment distance (https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance). The ratio of difflib finds the likely
    words and cannot choose among them: it knows no swap, so "pfd" is as far from "pdf" (0.67) as any word of six letters with two wrong ones. A package
    would be one more for every editor to install. The search's script counts for itself too: a library there would be more for every reader to fetch.
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
    """A sentence that helps a misspelling: the nearest choice, all of them when they are few, or the ``files`` where they stand."""
    if close := near(word, choices):
        return f'Did you mean "{close}"?'
    few = _numbered(word, choices) or choices
    if files and not 0 < len(few) <= 12:
        return f"Look it up in {files} and copy it."
    return f"Write one of: {', '.join(sorted(few))}."
