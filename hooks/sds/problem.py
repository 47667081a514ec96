"""One thing an editor has to put right, and the list of them as an editor reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass, field
from typing import Literal, TypeAlias

FieldPath: TypeAlias = tuple[str | int, ...]
"""The fields and positions that lead to a place in a file or a record, as in ``("lines", 2, "action")``."""

Level = Literal["error", "warning"]
"""An error stops a build. A warning is only told."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a message proposes: ``line`` (or lines, parted as in a file) for the lines ``first`` to ``last``, which are ``was`` when it is made.

    What is only likely is not ``sure``: a person may accept it, and no program writes it.
    """

    first: int
    last: int
    was: tuple[str, ...]
    line: str
    sure: bool = field(default=True, kw_only=True)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in one place of the YAML files.

    ``path`` is relative to the project, ``line`` counts from 1. ``wrong`` says what is wrong and
    ``instead`` what to write; both are whole plain sentences. ``rule`` is the id of the rule that is broken, ``record`` the kind and id of
    the record in which it is (``actions/water-g1``); both are empty where there is none. ``replacement`` is there where ``instead`` proposes
    one line and nothing else to choose. ``hides`` marks one that kept what comes after it from being judged. ``unknown`` is an id of which it says
    that no record has it, and ``says_rule`` whether ``wrong`` begins with the rule.
    """

    path: str
    line: int
    wrong: str
    instead: str
    _: KW_ONLY
    level: Level = "error"
    rule: str = ""
    record: str = field(default="", compare=False)
    replacement: Replacement | None = field(default=None, compare=False)
    hides: bool = field(default=False, compare=False)
    unknown: str = field(default="", compare=False)
    says_rule: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.wrong} {self.instead}"


MOST_SHOWN = 20
"""How many are printed at once: who has more to put right begins with these."""
ALL = "python3 run.py check --all"


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order in which to put them right: errors before warnings, what hides others first, then by file and line."""
    return sorted(set(problems), key=lambda problem: (problem.level != "error", not problem.hides, problem))


def shown(problems: Iterable[Problem], most: int = MOST_SHOWN) -> list[str]:
    """The first ``most`` of them, one a line, and a line that says how many more there are."""
    found = worst_first(problems)
    more = [f"and {len(found) - most} more: {ALL}"] if len(found) > most else []
    return [*map(str, found[:most]), *more]


def report(problems: Iterable[Problem]) -> str:
    """The worst problems, one a line, and a closing line that counts them all.

    Returns an empty string when there are none.
    """
    found = set(problems)
    if not found:
        return ""
    where = counted(len({problem.path for problem in found}), "file")
    more = " Fix this first: there may be more to find afterwards." if any(problem.hides for problem in found) else ""
    closing = f"{counted(len(found), 'problem')} to fix in {where}.{more} Nothing was built. How to: content/pages/contribute.md"
    return "\n".join([*shown(found), closing])


def warnings_note(found: Iterable[Problem]) -> tuple[str, ...]:
    """One line for the log of a build that counts the warnings in ``found``; no line where there are none. Nothing is stopped by them."""
    count = len({problem for problem in found if problem.level == "warning"})
    stops, them = ("it does", "it") if count == 1 else ("they do", "them all")
    return (f"{counted(count, 'warning')} ({stops} not stop the build). To see {them}: python3 run.py check",) if count else ()


def replaced(text: str, replacements: Iterable[Replacement]) -> tuple[str, int]:
    """``text`` with each of ``replacements`` made whose lines are as they were, with the line ends that the text has, and how many were made."""
    lines, count = text.split("\n"), 0
    for new in sorted(replacements, key=lambda one: one.first, reverse=True):  # from the last, so that the others keep their numbers
        old = lines[new.first - 1 : new.last]
        if tuple(line.removesuffix("\r") for line in old) == new.was:
            end = "\r" if old[-1].endswith("\r") else ""
            lines[new.first - 1 : new.last] = [line + end for line in new.line.split("\n")]
            count += 1
    return "\n".join(lines), count


def counted(number: int, thing: str) -> str:
    """A number and what is counted: ``1 warning``, ``2,000 warnings``."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def all_of(number: int, thing: str) -> str:
    """All there are of something: ``all 12 standards``, and of one ``the 1 standard``."""
    return f"{'the' if number == 1 else 'all'} {counted(number, thing)}"


def quoted(words: str) -> str:
    """``words`` as a value between double quotes. Quotes inside them become curly ones, as print has them and YAML leaves alone."""
    inside = re.sub(r'"(?=\w)', "\u201c", words.replace("\\", "\\\\")).replace('"', "\u201d")
    return f'"{inside}"'
