"""Explains what is in a file twice: a field, a line, the fields of a record whose first line is missing, the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sds.problem import Problem
from sds.reading.diagnosis import Diagnosis
from sds.reading.yaml_lines import replacement, step

MANY = 3
"""The least number of repeated lines that count as the whole file. With fewer, the repeated field is reported instead."""
FEWEST_OF_RECORD = 3
"""The least number of repeated fields that count as a second record, rather than as separate mistakes."""


def here_twice(path: str, text: Sequence[str], again: list[tuple[str, int]], first: Mapping[str, int]) -> Iterator[Problem]:
    """The problems for repeated fields of one mapping. ``again`` are their names and lines, and ``first`` the lines of the first occurrences. Many repeated
    fields are one problem: a second record, whose first line is missing."""
    head = head_in_note(text, again[0][1], f"So its other fields, from line {again[0][1]} on, are here a second time in the record above.") if again else None
    if head:
        yield head.problem(path)
        return
    if len(again) < FEWEST_OF_RECORD:
        for key, line in again:
            yield Problem(path, line, f'The field "{key}" is here twice; the first is on line {first[key]}.', "Keep one of them, or give one its own name.")
        return
    key, line = again[0]
    wrong = (
        f'From here on, {len(again)} fields are there a second time, the first of them "{key}": a new record begins, and the line with its hyphen is missing.'
    )
    yield Problem(path, line, wrong, 'Write it above this line, as the other records have it: - id: "..."', hides=True)


def line_twice(lines: Sequence[str], number: int) -> Diagnosis:
    """The diagnosis for line ``number``, which is the same as the line above it, as may be those below."""
    last = number
    while last < len(lines) and lines[last] == lines[number - 1]:
        last += 1
    new = replacement(lines, number - 1, last, lines[number - 1])
    if last == number:
        return Diagnosis(number, "This line is here twice.", "Delete one of the two.", new)
    return Diagnosis(number, f"This line is here {last - number + 2} times.", f"Delete all but one: the lines {number} to {last}.", new)


def head_in_note(lines: Sequence[str], number: int, so: str) -> Diagnosis | None:
    """The diagnosis for a record whose first lines were made a note, above line ``number`` where its other fields begin; or None. ``so`` is what follows."""
    first = number
    while first > 1 and lines[first - 2].lstrip().startswith("#") and not re.match(r" *# *- \w", lines[first - 1]):
        first -= 1
    if not re.match(r" *# *- \w", lines[first - 1]):
        return None
    wanted = " " * max(step(lines[number - 1]) - 2, 0)
    sign = next((one for one in ("#", "# ") if lines[first - 1].replace(one, "", 1).startswith(f"{wanted}- ")), "# ")
    mended = [line.replace(sign, "", 1) for line in lines[first - 1 : number - 1]]
    told = f"Write {mended[0].strip()}" if len(mended) == 1 else f"Delete the # at the start of the lines {first} to {number - 1}."
    return Diagnosis(first, f"A record begins here, but # makes it a note. {so}", told, replacement(lines, first, number - 1, "\n".join(mended)))


def file_twice(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a file that was pasted below itself, so that its first field is repeated on line ``number``; or None."""
    own = [line for line in lines if line.strip() and not line.startswith("#")]
    below = [line for line in lines[number - 1 :] if line.strip() and not line.startswith("#")]
    if len(below) < len(own) / 2 - 1 or own[: len(below)] != below or len(below) < MANY:
        return None
    first = next(at for at in range(number, 0, -1) if at == 1 or (lines[at - 2].strip() and not lines[at - 2].startswith("#")))
    return Diagnosis(first, "From this line on, the whole file is here a second time.", "Delete this line and all below it.")
