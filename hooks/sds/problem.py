"""One thing an editor has to put right, and the list of them as an editor reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

FieldPath: TypeAlias = tuple[str | int, ...]
"""The fields and positions that lead to a place in a file or a record, as in ``("lines", 2, "action")``."""


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
