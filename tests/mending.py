"""Simulates an editor who only follows the checker's messages: applies each proposed change to the file, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sds.problem import Problem, replaced, worst_first

Outcome = Literal["mended", "needs an answer", "wrong"]
LEADS = (
    "Write ",
    "Put the value in double quotes: ",
    "Put the whole value in double quotes: ",
    "Put one pair around the whole: ",
    "Put them in double quotes: ",
    "Put the words in double quotes: ",
    "End the value with the same quote: ",
    "Leave it out: ",
    "Leave the character out: ",
    "Leave that character out: ",
    "Leave the hyphen out: ",
)
LINE = re.compile(r"(?:- )?(?:[\w-]+: \S|- \S).*")
ROUNDS = 12


@dataclass(frozen=True)
class Mending:
    """The outcome, and the messages that were applied, the last one first."""

    outcome: Outcome
    said: tuple[str, ...]


def mend(project: Path, look: Callable[[Path], list[Problem]]) -> Mending:
    """Applies the worst message, checks again, and repeats, until there are no errors or a message leaves a decision to the editor."""
    said = list[str]()
    for _ in range(ROUNDS):
        found = [problem for problem in worst_first(look(project)) if problem.level == "error"]
        if not found:
            return Mending("mended", tuple(reversed(said)))
        problem = found[0]
        if str(problem) in said:
            return Mending("wrong", (str(problem), *reversed(said)))
        said.append(str(problem))
        file = project / problem.path
        before = file.read_bytes().decode("utf-8") if file.exists() else ""
        after = applied(problem, before)
        if after is None:
            return Mending("needs an answer", tuple(reversed(said)))
        if after == before or (lost := _lost(before, after, problem)):
            return Mending("wrong", (f"lost: {lost if after != before else 'nothing is changed'}", *reversed(said)))
        file.write_bytes(after.encode())
    return Mending("wrong", tuple(reversed(said)))


def _lost(before: str, after: str, problem: Problem) -> list[str]:
    """The words that the change removed from the file, except those that the message itself calls duplicate or wrong."""
    words = [Counter(re.findall(r"[a-z0-9]+", text.lower())) for text in (before, after)]
    gone = words[0] - words[1]
    told = re.findall(r"[a-z0-9]+", problem.wrong.lower())
    joined = re.sub(r"[^a-z0-9]", "", after.lower())
    if "password" in told:
        return []
    return [word for word in gone if word not in told and word not in joined and not re.search(rf"[&*!{{\[\\]\S*{word}", before, re.IGNORECASE)]


def applied(problem: Problem, text: str) -> str | None:
    """The text with the message's proposal applied. None if the message leaves a decision to the editor."""
    if problem.replacement is not None:
        after, count = replaced(text, [problem.replacement])
        return after if count else text
    lines, at = text.split("\n"), problem.line - 1
    instead = problem.instead
    if found := re.match(r"Indent this line by (\d+) spaces?", instead):
        lines[at] = " " * int(found[1]) + lines[at].strip()
        return "\n".join(lines)
    wrong = re.search(r'"([^"]+)"', problem.wrong)
    if (found := re.match(r'Did you mean "([^"]+)"\?', instead)) and wrong:
        return _first(lines, at, wrong[1], found[1])
    if (found := re.match(r"The next free id there is ([\w-]+)\.", instead)) and wrong:
        return _first(lines, at, f"id: {re.findall(chr(34) + '([^' + chr(34) + ']+)' + chr(34), problem.wrong)[-1]}", f"id: {found[1]}")
    for lead in LEADS:
        if instead.startswith(lead) and LINE.fullmatch(line := instead.removeprefix(lead)) and "..." not in line:
            return _written(lines, at, line)
    return None


def _first(lines: list[str], at: int, old: str, new: str) -> str:
    """The text with the first ``old`` from line ``at`` on replaced by ``new``."""
    for number in range(at, len(lines)):
        if old in lines[number]:
            return "\n".join([*lines[:number], lines[number].replace(old, new, 1), *lines[number + 1 :]])
    return "\n".join(lines)


def _written(lines: list[str], at: int, line: str) -> str:
    """The text in which ``line`` replaces the field or item that begins at line ``at``, together with its continuation lines."""
    old = lines[at]
    step = len(old) - len(old.lstrip())
    space = old[:step]
    if old.lstrip().startswith("- ") and not line.startswith("- "):
        space += "- "
    last = at
    while last + 1 < len(lines) and lines[last + 1].strip() and len(lines[last + 1]) - len(lines[last + 1].lstrip()) > len(space):
        last += 1
    return "\n".join([*lines[:at], space + line, *lines[last + 1 :]])
