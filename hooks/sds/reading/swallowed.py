"""Finds fields and list items that YAML reads as text of the value above, and text that it reads as a comment, which would be lost silently."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TypeAlias, get_origin

from pydantic import BaseModel

from sds.cache import Cache
from sds.problem import FieldPath, Problem, quoted
from sds.reading.field_columns import all_fields
from sds.reading.field_forms import annotation_at, fields_at
from sds.reading.lost_names import lost_name, two_in_one
from sds.reading.refused import field_name, lower, name_at
from sds.reading.yaml_lines import FOLD, TIGHT, depth, entry, parts, replacement, starts, step
from sds.reading.yaml_signs import plain_value
from sds.reading.yaml_text import Document

FIELD = re.compile(r"(?:- +)*([a-z_]+):(?: |$)")
BARE = re.compile(r"( *(?:- +)?)([a-z_]+) +(\"?\d[\d-]*\"?|\[[^\[\]]*\]|\"[^\"]*\")")
"""A line that may be a field without its colon: a word in lower case, then only a number, a list or a quoted value."""
JOINED = re.compile(r"[.!?\u2019\u201d]\"? +((?:- +)?([a-z_]+): .*)$")
"""A field at the end of a line of text: a name with its colon after the end of a sentence."""
EMPTY = re.compile(r"[\w-]+: *(#.*)?$")
"""A field whose value is on the lines below."""
ALONE = re.compile(r" *(?:- +)*[\w-]+:")
"""The line of such a field."""
NOTE = re.compile(r"^( *(?:- +)*[\w-]+: +)(?:([>|][-+\d]*) +)?(#.*)$")
"""A value that begins with a comment."""
SENTENCE_ENDS = (".", "?", "!", ".\u201d", '."', ")")
NOTE_OF_FIELD = re.compile(r"^ *# ?((?:- +)?([a-z_]+):(?: .*|))$")


_SWALLOWED = Cache[tuple[Problem, ...]]()


def swallowed(document: Document, model: type[BaseModel]) -> tuple[Problem, ...]:
    """A problem for each value that has most likely swallowed a field or list item, and for each comment that was most likely meant as text."""
    return _SWALLOWED.get((document.path, model), (document,), partial(_all, document, model))


Places: TypeAlias = Callable[[], dict[int, FieldPath]]
"""A function that returns the field path that starts on each line. It is called only for suspect lines, which few files have."""


def _all(document: Document, model: type[BaseModel]) -> tuple[Problem, ...]:
    def places() -> dict[int, FieldPath]:
        return {line: place for place, line in sorted(document.lines.items(), key=lambda one: len(one[0]))}

    return tuple(_found(document, model, document.text.split("\n"), cache(places)))


def _found(document: Document, model: type[BaseModel], lines: Sequence[str], places: Places) -> Iterator[Problem]:
    last = 0
    goes_on = _going_on(lines)
    for number, line in enumerate(lines, start=1):
        if number <= last or not ((number in goes_on and not ALONE.fullmatch(line)) or "#" in line):  # a shortcut for most lines
            continue
        if line.lstrip().startswith("#"):
            if problem := _noted_field(document, model, lines, number, places):
                yield problem
        elif starts(line):
            value = parts(line)[-1]
            block = bool(FOLD.search(value))
            words = block or (value and not EMPTY.match(value) and value[0] not in "'\"[{#")
            end = _end(lines, number, depth(line)) if words or "#" in line else number
            if problem := _words_noted(document, lines, number, end):
                yield problem
            elif words and not block and end > number and (lost := lost_name(document, model, lines, (number, end), places().get(number, ()))):
                yield lost
            elif block and end > number + 1 and (two := two_in_one(document, lines, (number, end), partial(_at, places, number))):
                yield two
            elif words:
                yield from _in_words(document, model, lines, range(number + 1, end + 1), places, block)
            if block:  # the lines below any other value may start values of their own
                last = end


def _at(places: Places, number: int) -> FieldPath:
    """The field path that starts on line ``number``."""
    return places().get(number, ())


def _going_on(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines after which the next non-empty line has a deeper indentation."""
    found, below = set[int](), -1
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        here = len(line) - len(line.lstrip(" "))
        if here < below:
            found.add(number)
        if here < len(line) and not line.isspace():
            below = here
    return found


def _end(lines: Sequence[str], number: int, deep: int) -> int:
    """The last line of the value that starts on line ``number`` and whose name or hyphen is in column ``deep``."""
    last = number
    for following in range(number + 1, len(lines) + 1):
        if lines[following - 1].strip():
            if step(lines[following - 1]) <= deep:
                break
            last = following
    return last


def _in_words(document: Document, model: type[BaseModel], lines: Sequence[str], inside: range, places: Places, block: bool) -> Iterator[Problem]:
    """The problem, if any, for the first line inside a value that looks like a field of the record, or like a list item."""
    for number in inside:
        words = lines[number - 1].strip()
        if not block and starts(lines[number - 1]) and not words.startswith("- "):
            return  # a real field: a plain value can only swallow list items
        field, joined = (FIELD.match(words), JOINED.search(words)) if block else (None, None)
        tight = TIGHT.fullmatch(words) or BARE.fullmatch(words)
        names = [str(found[group]) for found, group in ((field, 1), (joined, 2), (tight, 2)) if found]
        if all_fields().isdisjoint(names) and not words.startswith("- "):
            continue
        place = places().get(inside.start - 1, ())
        if tight and (wanted := _column(document, model, lines, place, tight[2])) is not None:
            mended = f"{tight[1]}{tight[2]}: {tight[3]}"
            new = replacement(lines, number, number, " " * wanted + mended)
            what = "colon" if tight.re is BARE else "space after its colon"
            wrong = f'The field "{tight[2]}" has no {what}, and is read as words of the value above it.'
            yield Problem(document.path, number, wrong, f"Write it indented by {wanted} spaces: {mended}", replacement=new, hides=True, lacks=tight[2])
            return
        wanted = _column(document, model, lines, place, field[1]) if field else None
        if wanted is None and words.startswith("- ") and not words.startswith("- - "):
            wanted = _item_column(lines, number, place)
            if place and get_origin(annotation_at(model, place)) is tuple:
                return  # the first item is on the line of the list's name, where it is reported
            if place and isinstance(place[-1], str) and not FIELD.match(words):
                mended = words.removeprefix("- ")
                new = replacement(lines, number, number, " " * step(lines[number - 1]) + mended)
                wrong = "A hyphen begins this line, and it is read as a part of the words above it."
                yield Problem(document.path, number, wrong, f"Leave the hyphen out: {mended}", replacement=new)
                return
        if wanted is not None:
            yield replace(_too_far(document, lines, number, inside[-1], wanted, words), lacks=field[1] if field else "")
            return
        if joined and (wanted := _column(document, model, lines, place, joined[2])) is not None:
            line = lines[number - 1]
            before, after = line[: line.index(joined[1])].rstrip(), f"{' ' * wanted}{joined[1]}"
            new = replacement(lines, number, number, f"{before}\n{after}")
            wrong = f'The field "{joined[2]}" is at the end of a line of words, and is read as words.'
            told = f"Write it on a line of its own, indented by {wanted} spaces: {joined[1]}"
            yield Problem(document.path, number, wrong, told, replacement=new, hides=True, lacks=joined[2])
            return
        if field and field[1] in all_fields() and (_ended(lines, number, inside) or not field.string[field.end() :][:1].islower()):
            yield _of_other_records(document, lines, number, inside, place, field[1])
            return


def _of_other_records(document: Document, lines: Sequence[str], number: int, inside: range, place: FieldPath, name: str) -> Problem:
    """The problem for a line inside words that begins with the ``name`` of a field which the records around it do not have. In the middle of a sentence, it
    may be a word."""
    wrong = f'"{name}" is not a field of {lower(name_at(document, place[:-1]))}, and this line is read as words of "{field_name(place)}".'
    if _ended(lines, number, inside):
        return Problem(document.path, number, wrong, "Delete this line. Or, if these are words, begin them with a capital.")
    return Problem(document.path, number, wrong, f'Delete this line. Or, if it is a word, write "{name}:" at the end of the line above.', level="warning")


def _ended(lines: Sequence[str], number: int, inside: range) -> bool:
    """Whether the words ``inside`` a value have just begun before line ``number``, or a sentence has just ended."""
    return number == inside.start or lines[number - 2].rstrip().endswith(SENTENCE_ENDS)


def _column(document: Document, model: type[BaseModel], lines: Sequence[str], place: FieldPath, name: str) -> int | None:
    """The column of the fields of the innermost record around ``place`` that may have a field ``name``, or None if there is none."""
    for end in range(len(place) - 1, -1, -1):
        owner = place[:end]
        outer = end < len(place) - 1
        if name not in fields_at(model, owner) or (outer and (*owner, name) in document.lines):  # an outer record that has it lacks nothing
            continue
        for at, line in document.lines.items():
            if at[:-1] == owner and at and isinstance(at[-1], str):
                space, hyphens, field, _ = parts(lines[line - 1])
                if field or lines[line - 1].rstrip().endswith(":"):
                    return len(space) + len(hyphens)
    return None


def _item_column(lines: Sequence[str], number: int, place: FieldPath) -> int | None:
    """The column for the item on line ``number``: that of the nearest item above with a smaller indentation. None if the value is in no list.

    A line may start two nested items (``- - ``): then the last hyphen in a smaller column counts.
    """
    if not any(isinstance(one, int) for one in place):
        return None
    here = step(lines[number - 1])
    above = ((step(line), parts(line)[1]) for line in reversed(lines[: number - 1]))
    columns = (space + at for space, hyphens in above for at in range(len(hyphens) - 1, -1, -1) if hyphens[at] == "-")
    return next((column for column in columns if column < here), None)


def _too_far(document: Document, lines: Sequence[str], number: int, last: int, wanted: int, words: str) -> Problem:
    """The problem for a line that is indented too far, together with the lines below that belong to it, unless these are where they should be."""
    by = step(lines[number - 1]) - wanted
    following = [line for line in lines[number:last] if line.strip()]
    right = FOLD.search(words) and following and min(map(step, following)) - by <= wanted
    moved = number if right else last
    mended = "\n".join(line[by:] if line[:by].isspace() else line.strip() for line in lines[number - 1 : moved])
    what = "item" if words.startswith("- ") else "field"
    below = " and the lines below that belong to it" if moved > number else ""
    wrong = f"This {what} is indented so far that it is read as words of the value above it."
    new = replacement(lines, number, moved, mended)
    return Problem(document.path, number, wrong, f"Indent this line{below} by {wanted} spaces: {words}", replacement=new, hides=True)


def _words_noted(document: Document, lines: Sequence[str], number: int, last: int) -> Problem | None:
    """The problem for a value whose first words YAML reads as a comment, or None."""
    found = NOTE.match(lines[number - 1])
    if not found or (not found[2] and last > number and starts(lines[number])):  # a list or mapping may have a comment beside its name
        return None
    value = " ".join([found[3], *(line.strip() for line in lines[number:last])]).strip()
    mended = f"{found[1].strip()} {plain_value(value, document.path)}"
    own = entry(lines, number)
    new = replacement(lines, own.first, last, f"{own.space}{mended}")
    wrong = f'The words "{found[3]}" are lost, because a space and # start a note.'
    told = "Put the whole value in double quotes" if quoted(value) in mended else "Write them without the sign"
    return Problem(document.path, number, wrong, f"{told}: {mended}", replacement=new, hides=True)


def _noted_field(document: Document, model: type[BaseModel], lines: Sequence[str], number: int, places: Places) -> Problem | None:
    """A warning for a comment that looks like a field of the record around it, or None."""
    found = NOTE_OF_FIELD.match(lines[number - 1])
    if not found:
        return None
    starting = places()
    before = next((starting[line] for line in range(number - 1, 0, -1) if line in starting), ())
    if _column(document, model, lines, before, found[2]) is None:
        return None
    mended = lines[number - 1].replace("# ", "", 1).replace("#", "", 1) if "# " in lines[number - 1] else lines[number - 1].replace("#", "", 1)
    wrong = "This line is a note, because it begins with #, so nothing reads it."
    return Problem(document.path, number, wrong, f"To have it read, write {mended.strip()} Otherwise delete the line.", level="warning")
