"""A problem: one thing that an editor has to fix. Problems are printed as a list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass, field, replace
from typing import Literal, TypeAlias

FieldPath: TypeAlias = tuple[str | int, ...]
"""The fields and positions that lead to a place in a file or a record, as in ``("lines", 2, "action")``."""

Level = Literal["error", "warning"]
"""An error stops a build. A warning is only reported."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """New text for some lines of a file: ``line`` replaces the lines from ``first`` to ``last``, both counted from 1 and included.

    ``line`` may hold several lines, separated by newlines. ``was`` are the old lines, so that nothing is replaced when the file has changed since.
    When ``sure`` is false the replacement is only likely to be right: a person may accept it, and ``run.py fix`` leaves it out.
    """

    first: int
    last: int
    was: tuple[str, ...]
    line: str
    sure: bool = field(default=True, kw_only=True)

    @property
    def indents(self) -> int | None:
        """The number of spaces before the first line, if the replacement changes nothing but the spaces before its lines; else None."""
        lines = self.line.split("\n")
        same = [line.lstrip(" ") for line in lines] == [line.lstrip(" ") for line in self.was]
        return len(lines[0]) - len(lines[0].lstrip(" ")) if same else None


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in one place of a file that editors write.

    ``path`` is relative to the project, ``line`` counts from 1. ``wrong`` says what is wrong and ``instead`` what to write; both are whole plain
    sentences. ``rule`` is the id of the broken rule, and ``record`` the kind and id of the record with the problem (``actions/water-g1``); each is empty
    if there is none. ``replacement`` is given when there is just one text to write. ``hides`` is true for a problem because of which the rest of the file
    was not checked. ``unknown`` is the id that no record has, for a problem of that kind, and ``kinds`` are the
    kinds of record that it may name, if it is no id at all. ``other`` is the path of another file that
    the problem is about: the one that this file is meant to be, or that has the same id. ``gone`` is the kind and id (``actions/water-g1``) of a record that
    is named or was published, and that no file has. ``twice`` is the kind and id of this record, which an earlier one has too. ``lacks`` is the name of the
    field that the record lacks: it is not in the file, it is read as words of another, or it is set in too far.
    ``says_rule`` is true when ``wrong`` begins with the rule's text.
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
    kinds: tuple[str, ...] = field(default=(), compare=False)
    other: str = field(default="", compare=False)
    gone: str = field(default="", compare=False)
    twice: str = field(default="", compare=False)
    lacks: str = field(default="", compare=False)
    says_rule: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.wrong} {self.instead}"

    @property
    def belongs_at(self) -> str:
        """The path at which the file with this problem would be read, if it is not read because of its folder or its name; else an empty string."""
        return self.other if self.hides else ""


def in_place_of_several(problem: Problem) -> Problem:
    """``problem`` with an instruction that says so, if the one line which it tells to write replaces several lines of the file."""
    new = problem.replacement
    if not new or new.first == new.last or "\n" in new.line or not new.line.strip() or not problem.instead.endswith(new.line.strip()):
        return problem
    if problem.instead.startswith(IN_PLACE):
        return problem
    lines = f"{new.first} and {new.last}" if new.last == new.first + 1 else f"{new.first} to {new.last}"
    return replace(problem, instead=f"{IN_PLACE} {lines}, {problem.instead[0].lower()}{problem.instead[1:]}")


IN_PLACE = "In place of lines"
MOST_SHOWN = 20
"""How many problems are printed at once."""
ALL = "python3 run.py check --all"


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order in which to fix them, each once: errors before warnings, those that hide others first, then by file and line."""
    return sorted(set(problems), key=lambda problem: (problem.level != "error", not problem.hides, problem))


def shown(problems: Iterable[Problem], most: int = MOST_SHOWN) -> list[str]:
    """The worst ``most`` problems, one a line, and a line with the number of those left out, if any."""
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
    """One line for the log of a build with the number of warnings in ``found``; no line when there are none."""
    count = len({problem for problem in found if problem.level == "warning"})
    stops, them = ("it does", "it") if count == 1 else ("they do", "them all")
    return (f"{counted(count, 'warning')} ({stops} not stop the build). To see {them}: python3 run.py check",) if count else ()


def replaced(text: str, replacements: Iterable[Replacement]) -> tuple[str, int]:
    """``text`` after the replacements, and how many were made. Line endings stay as they are. One whose old lines have changed is left out."""
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
    """A count of everything there is: ``all 12 standards``, ``both standards`` when there are two, and ``the 1 standard`` when there is one."""
    return f"both {thing}s" if number == 2 else f"{'the' if number == 1 else 'all'} {counted(number, thing)}"


def quoted(words: str) -> str:
    """``words`` as a YAML value between double quotes. Double quotes inside it become curly quotes, which YAML does not have to escape."""
    inside = re.sub(r'"(?=\w)', "\u201c", words.replace("\\", "\\\\")).replace('"', "\u201d")
    return f'"{inside}"'
