"""Explains stray lines in YAML: comments in the syntax of other languages, code fences, pasted messages, list items without a hyphen, a file pasted twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sds.problem import counted
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import all_fields
from sds.reading.yaml_lines import FOLD, entry, parts, replacement, starts, step

NOTE = re.compile(r"( *)(?:<!--\s*(?P<html>.*?)\s*-->|(?://+|;+|--+(?!-*\s*$))\s*(?P<rest>\S.*?)|/\*\s*(?P<c>.*?)\s*\*/)\s*$")
"""A comment in the syntax of HTML, C, SQL or INI. A line of hyphens alone separates YAML documents, and is no comment."""
FENCE = re.compile(r" *(?:```+|~~~+) *\w* *")
"""A Markdown code fence, as in a suggestion on a pull request."""
MESSAGE = re.compile(r" *((?:warning: )?[\w./-]+\.(?:ya?ml|md):\d+:) (.*)$")
"""A line in the format of the checker's messages."""


def strayed(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a stray comment, code fence or pasted message on line ``number`` or the line above, or None."""
    for at in range(number, max(number - 2, 0), -1):
        line = lines[at - 1]
        if found := NOTE.fullmatch(line):
            mended = f"{found[1]}# {found['html'] or found['rest'] or found['c'] or ''}".rstrip()
            return Diagnosis(at, "A note in these files begins with #.", f"Write {mended.strip()}", replacement(lines, at, at, mended))
        if FENCE.fullmatch(line):
            wrong = "Three backticks begin or end a passage on other sites, and have no meaning here."
            return Diagnosis(at, wrong, "Delete this line.", None)
        if found := MESSAGE.fullmatch(line):
            return _pasted(lines, at, found[1], found[2])
    return None


def _pasted(lines: Sequence[str], number: int, start: str, rest: str) -> Diagnosis:
    """The diagnosis for a pasted message on line ``number``: ``start`` is its file name and line number, ``rest`` the text after them."""
    wrong = f"This line begins with {start} as the messages of the checker do."
    if not re.match(r"(?:- )?[a-z_]+: ", rest):
        return Diagnosis(number, wrong, "Delete it, and write what the message said to write.")
    below = next((line for line in lines[number:] if line.strip()), "")
    field_below = starts(below) and not parts(below)[1] and not rest.startswith("- ")
    new = replacement(lines, number, number, " " * step(below) + rest) if field_below else None
    return Diagnosis(number, wrong, f"Write {rest}", new)


ENDED = (".", "?", "!", "'", '"', "]", "}", ")", ":")
"""The characters at the end of a line after which words at the left edge do not go on with it."""


def stray_words(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for words at the left edge on line ``number``, where files have only names of fields; or None. They may be typed by mistake, so nobody is
    told only to put them with the words above. Only words that end a sentence, below words without an end, surely belong there."""
    line = lines[number - 1].rstrip()
    above = next((lines[at - 1].rstrip() for at in range(number - 1, 0, -1) if lines[at - 1].strip()), "")
    first = line.split(" ")[0].rstrip(":;=")
    if not line or line[0] in " #-" or starts(line) or line.endswith(":") or first in all_fields() or (line[-1] in ".?!" and above and above[-1] not in ENDED):
        return None
    told = "Delete this line, if you did not mean to write it."
    into = step(above) + (2 if FOLD.search(above) else 0)
    if into and (FOLD.search(above) or (not starts(above) and entry(lines, number - 1).value[:1] not in SIGNS)):
        return Diagnosis(number, NO_FIELD, f"{told} If its words belong to those above, indent it by {counted(into, 'space')}.")
    return Diagnosis(number, NO_FIELD, f"{told} Or write the name of their field, a colon and a space before them.")


NO_FIELD = "These words belong to no field."
SIGNS = ("[", "{", "'", '"', "")
"""The characters with which a value begins that is not plain words."""


def item_without_hyphen(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for text on line ``number`` in the column of a list's hyphens, right below an item, whose own hyphen is missing; or None."""
    line = lines[number - 1]
    above = next((place for place in range(number - 1, 0, -1) if lines[place - 1].strip()), 0)
    while above > 1 and not starts(lines[above - 1]):
        above -= 1
    if not above or starts(line) or line.lstrip().startswith("-") or parts(lines[above - 1])[2]:
        return None
    if not re.match(rf" {{{step(line)}}}- [^\[{{]", lines[above - 1]):
        return None
    wrong = "These words stand where an item of the list begins, and have no hyphen."
    mended = f"- {line.strip()}"
    if any(one.strip() and not starts(one) and step(one) > step(line) for one in _of_list(lines, above)):  # others go on, so may these
        told = f"Write {mended} If they go on with the words above, indent this line by {step(line) + 2} spaces."
        return Diagnosis(number, wrong, told)
    return Diagnosis(number, wrong, f"Write {mended}", replacement(lines, number, number, " " * step(line) + mended))


def _of_list(lines: Sequence[str], number: int) -> Sequence[str]:
    """The lines of the list that contains the item on line ``number``."""
    column, first, last = step(lines[number - 1]), number, number
    while first > 1 and lines[first - 2].strip() and _in_list(lines[first - 2], column):
        first -= 1
    while last < len(lines) and lines[last].strip() and (_in_list(lines[last], column) or (step(lines[last]) == column and not starts(lines[last]))):
        last += 1
    return lines[first - 1 : last]


def _in_list(line: str, column: int) -> bool:
    return step(line) > column or line.startswith(f"{' ' * column}- ")


def file_twice(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a file that was pasted below itself, so that its first field is repeated on line ``number``; or None."""
    own = [line for line in lines if line.strip() and not line.startswith("#")]
    below = [line for line in lines[number - 1 :] if line.strip() and not line.startswith("#")]
    if len(below) < len(own) / 2 - 1 or own[: len(below)] != below or len(below) < MANY:
        return None
    first = next(at for at in range(number, 0, -1) if at == 1 or (lines[at - 2].strip() and not lines[at - 2].startswith("#")))
    return Diagnosis(first, "From this line on, the whole file is here a second time.", "Delete this line and all below it.")


def head_in_note(lines: Sequence[str], number: int, count: int) -> Diagnosis | None:
    """The diagnosis for a record whose first lines were made a note, above line ``number`` where its other ``count`` fields begin; or None."""
    first = number
    while first > 1 and lines[first - 2].lstrip().startswith("#") and not re.match(r" *# *- \w", lines[first - 1]):
        first -= 1
    if not re.match(r" *# *- \w", lines[first - 1]):
        return None
    wanted = " " * max(step(lines[number - 1]) - 2, 0)
    sign = next((one for one in ("#", "# ") if lines[first - 1].replace(one, "", 1).startswith(f"{wanted}- ")), "# ")
    mended = [line.replace(sign, "", 1) for line in lines[first - 1 : number - 1]]
    told = f"Write {mended[0].strip()}" if len(mended) == 1 else f"Delete the # at the start of the lines {first} to {number - 1}."
    wrong = f"A record begins here, but # makes it a note. So its {count} other fields, from line {number} on, are here a second time in the record above."
    return Diagnosis(first, wrong, told, replacement(lines, first, number - 1, "\n".join(mended)))


MANY = 3
"""The least number of repeated lines that count as the whole file. With fewer, the repeated field is reported instead."""
