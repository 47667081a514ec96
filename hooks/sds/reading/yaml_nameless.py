"""Explains words whose field has lost its first line, such as ``meaning: >-``, so that they belong to no field, or to the one above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import texts_of
from sds.reading.yaml_lines import field_column, parts, replacement, starts, step

NAME = re.compile(r"([a-z_]+):(?: |$)")
BEGINS_TEXT = re.compile(r"[a-z_]+: +[>|][-+\d]*$")
CLOSED = re.compile(r"[a-z_]+: +(?:\[.*\]|\".*\"|'.*'|\{.*\})$")
"""A field whose value ends on its line."""
PLAIN = re.compile(r"[a-z_]+: +[^>|\[{'\"].*")
ENDS = (".", "?", "!")
WORDS = 4
"""The least number of words that are surely text."""


def words_without_name(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for words around line ``number`` below a field that has its whole value, so that the name of their own field is missing; or None."""
    first = number - bool(number > 1 and starts(lines[number - 1]))
    while first > 1 and lines[first - 1].strip() and not starts(lines[first - 1]) and not lines[first - 1].rstrip().endswith("]"):
        first -= 1
    first, last = first + 1, _last(lines, first + 1)
    if last < first or not lines[first - 1].strip() or len(lines[first - 1].split()) < WORDS:
        return None
    column = step(lines[first - 1]) - 2
    above = next((at for at in range(first - 1, 0, -1) if lines[at - 1].strip() and (not parts(lines[at - 1])[1] or field_on(lines[at - 1])[0] <= column)), 0)
    while above and field_on(lines[above - 1])[0] > column:
        above -= 1
    here, name = field_on(lines[above - 1]) if above else (0, "")
    if not name or here != column:
        return None
    items = lines[above].lstrip().startswith("- ")
    own = " ".join(line.strip() for line in lines[above - 1 : first - 1]).removeprefix("- ")
    words_in_list = items and not re.match(r" *- (?:\{|[a-z_]+:)", lines[above])
    told = lines[last - 1].rstrip().endswith(ENDS) and not lines[first - 2].rstrip().endswith(ENDS)  # a sentence, below items that are none
    if words_in_list and last == first and not told:
        return None
    meant = name_after(lines, above, last)
    if not items and not CLOSED.fullmatch(own) and not (len(meant) == 1 and PLAIN.fullmatch(own)):
        return None
    wrong = "The words from this line on have no name of a field."
    if len(meant) == 1:
        return without_name(lines, first, column, meant[0], wrong)
    if meant:
        return Diagnosis(first, wrong, f"Write it on a line above them, as in {' or '.join(f'{one}: >-' for one in meant[:3])}")
    return None


def _last(lines: Sequence[str], first: int) -> int:
    last = first - 1
    while last < len(lines) and lines[last].strip() and not starts(lines[last]):
        last += 1
    return last


def name_after(lines: Sequence[str], above: int, last: int) -> list[str]:
    """The names of the fields whose words may stand between the field on line ``above`` and the next one below line ``last``, the only one if it is sure."""
    column, name = field_on(lines[above - 1])
    names = names_of_record(lines, above, column)
    after = Counter(followers(lines, name, column))
    if likely := [one for one, _ in after.most_common(1) if one not in names]:
        return likely
    next_one = next((found for line in lines[last:] if line.strip() for here, found in [field_on(line)] if found and here <= column), "")
    return texts_of(frozenset(names), name, next_one)


def field_on(line: str) -> tuple[int, str]:
    """The column and the name of the field that begins on a line; the name is empty if none does."""
    column = field_column(line)
    found = NAME.match(line[column:])
    return column, found[1] if found else ""


def names_of_record(lines: Sequence[str], number: int, column: int) -> Collection[str]:
    """The names of the fields in ``column`` of the record around line ``number``."""
    found = set[str]()
    for numbers in (range(number, 0, -1), range(number + 1, len(lines) + 1)):
        for at in numbers:
            line = lines[at - 1]
            if not line.strip():
                continue
            here, name = field_on(line)
            begins = here == column and bool(parts(line)[1])
            if step(line) < column and not begins:
                break
            if at > number and begins:
                break
            if name and here == column:
                found.add(name)
            if begins:
                break
    return found


def followers(lines: Sequence[str], name: str, column: int) -> Iterator[str]:
    """The name of each field in ``column`` whose words begin on the line below it, and that is the next after one of this ``name``, anywhere in the file."""
    before = ""
    for line in lines:
        here, field = field_on(line)
        if field and here == column:
            if before == name and BEGINS_TEXT.fullmatch(line.strip().removeprefix("- ")):
                yield field
            before = field


def without_name(lines: Sequence[str], number: int, column: int, name: str, wrong: str) -> Diagnosis:
    """The diagnosis for words from line ``number`` on whose field, in ``column``, has this ``name``. The other lines of the words are set in alike."""
    last = number
    while last < len(lines) and lines[last].strip() and not starts(lines[last]) and step(lines[last]) > column:
        last += 1
    words = (f"{' ' * (column + 2)}{line.strip()}" for line in lines[number - 1 : last])
    new = replacement(lines, number, last, "\n".join((f"{' ' * column}{name}: >-", *words)))
    return Diagnosis(number, f'{wrong} The line "{name}: >-" is missing.', f"Write {name}: >- on a line above this one.", new)
