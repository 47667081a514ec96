"""Explains hyphens without a space or before a field that is no list item, and names without a colon above their values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sds.problem import counted
from sds.reading.diagnosis import Diagnosis
from sds.reading.yaml_lines import TIGHT, parts, replacement, starts, step

GLUED = re.compile(r"( *)-([a-z_]+:(?: .*)?)$")
HYPHEN_AND_NAME = re.compile(r"( *)- ([a-z_]+:(?: .*)?)$")
ALONE = re.compile(r"( *(?:- +)?)([a-z][\w-]*) *$")


def hyphen_slip(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a hyphen on line ``number`` without a space after it, or before a field whose neighbours have no hyphen; or None."""
    if glued := GLUED.match(lines[number - 1]):
        mended = f"- {glued[2]}"
        return Diagnosis(number, "There is no space after the hyphen.", f"Write {mended}", replacement(lines, number, number, glued[1] + mended))
    found = HYPHEN_AND_NAME.match(lines[number - 1])
    if not found or found[2].startswith("id:"):
        return None
    above, below = (next((line for line in some if line.strip() and starts(line)), "") for some in (reversed(lines[: number - 1]), lines[number:]))
    if not all(line and not parts(line)[1] and step(line) == len(found[1]) for line in (above, below)):
        return None
    new = replacement(lines, number, number, found[1] + found[2])
    return Diagnosis(number, "A hyphen stands before the name of a field, and begins no item of a list here.", f"Leave the hyphen out: {found[2]}", new)


def name_alone(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a field name without a colon, or without the space after it, on the line above the indented line ``number``; or None."""
    above = next((at for at in range(number - 1, 0, -1) if lines[at - 1].strip()), 0)
    if above and (glued := TIGHT.fullmatch(lines[above - 1])) and not re.search(r"[:#]", glued[3]):
        mended = f"{glued[1]}{glued[2]}: {glued[3]}"
        return Diagnosis(above, "There is no space after the colon.", f"Write {mended.strip()}", replacement(lines, above, above, mended))
    found = ALONE.match(lines[above - 1]) if above else None
    if not found or step(lines[above - 1]) >= step(lines[number - 1]):
        return None
    new = replacement(lines, above, above, f"{found[1]}{found[2]}:")
    return Diagnosis(above, f'There is no colon after the name "{found[2]}".', f"Write {found[2]}:", new)


def above_its_list(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for list items at the top of the file, above the name of their list on line ``number``; or None."""
    first = next((at for at, line in enumerate(lines[:number], start=1) if line.strip() and not line.startswith("#")), number)
    above = [line for line in lines[first - 1 : number - 1] if line.strip()]
    if not above or not re.fullmatch(r"[a-z_]+:\s*", lines[number - 1]) or not all(line.startswith((" ", "- ")) for line in above):
        return None
    if not above[0].lstrip().startswith("- "):
        return None
    name = lines[number - 1].strip()
    wrong = f"The name of the list, {name} is below its first item."
    new = replacement(lines, first, number, "\n".join([name, *lines[first - 1 : number - 1]]))
    return Diagnosis(number, wrong, f"Move this line above line {first}: {name}", new)


def hyphen_missing(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a field in the column of list items, whose hyphen is missing, or None."""
    line = lines[number - 1]
    above = next((other for other in reversed(lines[: number - 1]) if other.strip() and step(other) <= step(line)), "")
    if re.match(r" *[\w-]+:( |$)", line) and above.lstrip().startswith("- ") and step(above) == step(line):
        mended = f"{' ' * step(line)}- {line.strip()}"
        new = replacement(lines, number, number, mended)
        return Diagnosis(number, "An item of the list starts here, and has no hyphen.", f"Write {mended.strip()}", new)
    return None


def lost_hyphen(lines: Sequence[str], number: int, column: int) -> Diagnosis:
    """The diagnosis for a second ``id`` in one record: a new record whose hyphen is missing."""
    mended = f"{' ' * max(column - 2, 0)}- {lines[number - 1].strip()}"
    wrong = "There is a second id here, so a new record starts, and its hyphen is missing."
    if step(lines[number - 1]) != column:
        return Diagnosis(number, wrong, f"Write {mended.strip()}")
    told = f"Write it indented by {counted(step(mended), 'space')}: {mended.strip()}"  # the hyphen stands left of where the line begins now
    return Diagnosis(number, wrong, told, replacement(lines, number, number, mended))
