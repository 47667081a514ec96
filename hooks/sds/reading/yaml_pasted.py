"""Explains lines that all stand too far to the left, because they were pasted together, and a tab before a line: with the column for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sds.problem import Replacement, counted
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import indented_item
from sds.reading.yaml_lines import field_column, parts, replacement, starts, step

NOT_LINED_UP = "This line is not lined up with the lines around it."


def column_of_neighbours(lines: Sequence[str], number: int) -> int | None:
    """The column of the fields before and after line ``number`` if both have the same, else None."""
    before, after = start(lines, range(number - 1, 0, -1)), start(lines, range(number + 1, len(lines) + 1))
    if not before or not after:
        return None
    column = field_column(lines[before - 1])
    return column if column == field_column(lines[after - 1]) else None


def start(lines: Sequence[str], numbers: range) -> int:
    """The first of the lines with these numbers on which a field or list item starts, or 0."""
    return next((number for number in numbers if lines[number - 1].strip() and starts(lines[number - 1])), 0)


def words_set_in(lines: Sequence[str], number: int, wanted: int, wrong: str) -> Diagnosis:
    """The diagnosis for words on line ``number`` and those below in the same column, with empty lines between them, which all belong in column ``wanted``."""
    here, last = step(lines[number - 1]), number
    for at in range(number + 1, len(lines) + 1):
        line = lines[at - 1]
        if line.strip() and (step(line) != here or starts(line) or line.lstrip().startswith(("-", "#"))):
            break
        last = at if line.strip() else last
    told, new = f"Indent {_those(number, last)} by {counted(wanted, 'space')}", _set_in(lines, number, last, wanted - here)
    if "\n\n" in new.line:
        told, new = f"{told}, and delete the empty lines between them", replace(new, line=re.sub(r"\n{2,}", "\n", new.line))
    return Diagnosis(number, wrong, f"{told}.", new)


def pasted_item(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a list item of several lines, all of which stand further to the left than the items around it; or None. It begins on line
    ``number``, or ends above it, if most items in this field of the file stand in the column of that line."""
    lead = "".join(parts(lines[number - 1])[1:3])
    if not lead.startswith("- ") or lead == "- ":
        return None
    before = next((at for at in range(number - 1, 0, -1) if _begins(lines[at - 1], lead)), 0)
    edges = [at for at, line in enumerate(lines, start=1) if line[:1].strip(" #-")]  # the names of the file's own fields
    first, end = max((at for at in edges if at < number), default=0), min((at for at in edges if at > number), default=len(lines))
    columns = [step(line) for line in lines[first:end] if _begins(line, lead)]
    if before and 2 * columns.count(step(lines[number - 1])) > len(columns) and step(lines[before - 1]) < step(lines[number - 1]):
        number = before
    here, last = step(lines[number - 1]), number
    while last < len(lines) and step(lines[last]) > here + 1 and not _begins(lines[last], lead):
        last += 1
    below = lines[last] if last < len(lines) else ""
    if lines[last - 1].rstrip().endswith(":") and _begins(below, lead):  # the name of the next list
        last -= 1
    above = next((one for one in reversed(lines[: number - 1]) if _begins(one, lead)), "")
    wanted = step(below if _begins(below, lead) else above)
    if last == number or wanted <= here:
        return None
    by, wrong = counted(wanted - here, "space"), f"{NOT_LINED_UP} It is indented by {counted(here, 'space')}."
    if step(lines[number]) == wanted + field_column(lines[number - 1]) - here:  # its other fields have stayed where they belong
        return indented_item(lines, number, number, wanted, wrong)
    return Diagnosis(number, wrong, f"Indent {_those(number, last)} by {by} more, as the items around them.", _set_in(lines, number, last, wanted - here))


def _begins(line: str, lead: str) -> bool:
    return line.lstrip().startswith(lead)


def _those(first: int, last: int) -> str:
    return "this line" if first == last else f"each of the lines {first} to {last}"


def _set_in(lines: Sequence[str], first: int, last: int, by: int) -> Replacement:
    moved = (" " * (step(line) + by) + line.strip() if line.strip() else "" for line in lines[first - 1 : last])
    return replacement(lines, first, last, "\n".join(moved))


def without_tab(lines: Sequence[str], number: int) -> Diagnosis:
    """The diagnosis for line ``number``, with a tab before its words: the spaces to write, if the lines before and after it show how many."""
    wrong, line = "There is a tab in this line.", lines[number - 1]
    mended = line.strip()
    around = [next((one for one in some if one.strip()), "") for some in (reversed(lines[: number - 1]), lines[number:])]
    wanted = column_of_neighbours([*lines[: number - 1], mended, *lines[number:]], number) if starts(mended) and not parts(mended)[1] else None
    if wanted is None or any("\t" in one for one in around):
        return Diagnosis(number, wrong, "Write two spaces for each level of indent.")
    told = f"Write {counted(wanted, 'space')} in its place: {mended}" if wanted else f"Delete it: {mended}"
    return Diagnosis(number, wrong, told, replacement(lines, number, number, " " * wanted + mended))
