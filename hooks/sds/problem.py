"""One thing an editor has to put right, and the list of them as an editor reads it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sds.ids import numbered


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in one place of the YAML files.

    ``path`` is relative to the project, ``line`` counts from 1. ``wrong`` says what is wrong and
    ``instead`` what to write; both are whole plain sentences. ``hides`` marks one that kept what comes after it from being judged.
    """

    path: str
    line: int
    wrong: str
    instead: str
    hides: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.wrong} {self.instead}"


def report(problems: Iterable[Problem]) -> str:
    """All problems in file and line order, one a line, and a closing line that counts them.

    Returns an empty string when there are none.
    """
    found = sorted(set(problems))
    if not found:
        return ""
    files = len({problem.path for problem in found})
    things = "1 thing" if len(found) == 1 else f"{len(found)} things"
    where = "1 file" if files == 1 else f"{files} files"
    more = " There may be more once this is right." if any(problem.hides for problem in found) else ""
    closing = f"{things} to put right in {where}.{more} Nothing was built. How to: content/pages/contribute.md"
    return "\n".join([*map(str, found), closing])


def quoted(words: str) -> str:
    """``words`` as a value between double quotes. Quotes inside them become curly ones, as print has them and YAML leaves alone."""
    inside = re.sub(r'"(?=\w)', "\u201c", words.replace("\\", "\\\\")).replace('"', "\u201d")
    return f'"{inside}"'


def near(word: str, choices: Collection[str]) -> str:
    """The choice that ``word`` is most likely a misspelling of, or an empty string: few letters differ, and not a number alone."""
    if _numbered(word, choices):
        return ""
    apart = {choice: _apart(word, choice) for choice in difflib.get_close_matches(word, choices, n=8, cutoff=0.5) if _letters(choice) != _letters(word)}
    best = min(apart, key=apart.__getitem__, default="")
    return best if best and apart[best] <= max(1, len(word) // 4) else ""


def _letters(word: str) -> str:
    return re.sub(r"[0-9]+", "0", word)


def _numbered(word: str, choices: Collection[str]) -> list[str]:
    """The choices that differ from ``word`` in the number at their end and in nothing else."""
    start, number = numbered(word)
    return [choice for choice in choices if number and start and numbered(choice)[0] == start and choice != start]


def _apart(one: str, other: str) -> int:
    """How many letters to add, take out, change or swap with the next until ``one`` is ``other``, whatever is a capital."""
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
