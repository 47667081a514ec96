"""Explains errors in YAML flow style, lists in brackets and mappings in braces, with the line to write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sds.problem import quoted
from sds.reading.diagnosis import Diagnosis
from sds.reading.yaml_braces import lacks_in_braces
from sds.reading.yaml_lines import depth, ends, replacement, starts, step

CLOSING = {"[": "]", "{": "}"}
APOSTROPHE_INSIDE = re.compile(r"([{,] *[a-z_]+: )'((?:[^']*[A-Za-z]'[A-Za-z])+[^']*)'(?=\s*(?:[}\]]|, *[a-z_]+: ))")
"""A value in single quotes that ends at an apostrophe inside it."""
CURLY = re.compile(r"([{,] *[a-z_]+: )\u201c([^\u201c\u201d\"]*)\u201d(?=\s*(?:[}\]]|, *[a-z_]+: ))")
"""A value in curly quotes."""


INNER = re.compile(r'([{,] *[a-z_]+: )"([^"]*"[^"]*"[^"]*?)"(?=\s*(?:[}\]]|, *[a-z_]+: ))')
"""A value in double quotes with a pair of them inside."""


def inner_quotes(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a value in braces on line ``number`` that is in curly quotes, or that ends at an apostrophe or a quote; or None."""
    line = lines[number - 1]
    for pattern, wrong in (
        (APOSTROPHE_INSIDE, "An apostrophe ends this value, because it is in single quotes."),
        (INNER, "Quotes inside a value end it. Those of print, as in \u201cwords\u201d, do not."),
        (CURLY, "The quotes around a value in braces are straight ones, as a keyboard types them."),
    ):
        if (mended := pattern.sub(lambda one: f"{one[1]}{quoted(one[2])}", line)) != line:
            return Diagnosis(number, wrong, f"Write {mended.strip()}", replacement(lines, number, number, mended))
    return None


APOSTROPHE_FIRST = re.compile(r"(?<=[\[,])( *)('(?=\w)[^',\[\]]*)(?=[,\]])")
"""An item of a list on one line that begins with an apostrophe, and has no other."""


def apostrophe_first(lines: Sequence[str], first: int, last: int) -> Diagnosis | None:
    """The diagnosis for an item that begins with an apostrophe, in a list on the lines ``first`` to ``last``; or None. YAML reads all behind it as one item."""
    for number in range(first, min(last, len(lines)) + 1):
        if mended := [found for found in APOSTROPHE_FIRST.finditer(lines[number - 1]) if "[" in lines[number - 1] or number > first]:
            line = APOSTROPHE_FIRST.sub(lambda one: f"{one[1]}{quoted(one[2])}", lines[number - 1])
            wrong = f"An apostrophe begins an item of this list, {mended[0][2]}, so all behind it is read as one."
            return Diagnosis(number, wrong, f"Put the item in double quotes: {line.strip()}", replacement(lines, number, number, line))
    return None


def bracket(lines: Sequence[str], opened: tuple[int, int], found: tuple[int, int], nothing: bool) -> Diagnosis:
    """The diagnosis for an error in brackets or braces. ``opened`` is their line and column, ``found`` those of the error, and ``nothing`` is true if libyaml
    expected an item and found none."""
    (began, start), (number, column) = opened, found
    line = lines[number - 1]
    if noted := next((at for at in range(began, number) if re.search(r"\S +#", lines[at - 1])), 0):
        what = lines[noted - 1][lines[noted - 1].index(" #") + 1 :].strip()
        return Diagnosis(noted, f'The words "{what}" are lost, because a space and # start a note.', "Put the item that they belong to in double quotes.")
    if nothing and re.search(r"[,\[{]\s*,", line):
        mended = re.sub(r"([\[{])\s*,\s*", r"\1", re.sub(r",(\s*,)+", ",", line)).rstrip()
        return Diagnosis(number, "There is a comma with nothing before it.", f"Write {mended.strip()}", replacement(lines, number, number, mended))
    if quotes := inner_quotes(lines, number) or apostrophe_first(lines, began, number):
        return quotes
    closing = CLOSING.get(lines[began - 1][start : start + 1], "]")
    if not nothing and closing in line[column:] and (number == began or not starts(line)):
        mended = f"{line[:column].rstrip()}, {line[column:].strip()}"
        if closing == "}" and (slip := lacks_in_braces([*lines[: number - 1], mended], number)) and lacks_in_braces(lines, number):
            return slip
        whole = replacement(lines, number, number, mended) if number == began else None  # on a later line, the cause may be another
        return Diagnosis(number, "A comma is missing between two values.", f"Write {mended.strip()}", whole)
    if closing == "}" and lines[began - 1].rstrip().endswith("}") and (slip := lacks_in_braces(lines, began)):
        return slip
    if closing == "]" and (inside := list_in_braces(lines[began - 1], start)):
        return Diagnosis(began, "A bracket is opened and never closed.", f"Write {inside.strip()}", replacement(lines, began, began, inside))
    what = "brace" if closing == "}" else "bracket"
    last = began
    while not ends(lines, last) and step(lines[last]) > depth(lines[began - 1]):
        last += 1
    mended = f"{lines[last - 1].rstrip().rstrip(',')}{closing}"
    if last > began:  # the list continues after the line on which it is opened
        told = f"End the list with {closing} on line {last}, behind its last item: {mended.strip()}"
        return Diagnosis(began, f"A {what} is opened and never closed.", told, replacement(lines, last, last, mended))
    whole = replacement(lines, began, began, mended) if ends(lines, began) else None
    return Diagnosis(began, f"A {what} is opened and never closed.", f"End the list with {closing} as in {mended.strip()}", whole)


def list_in_braces(line: str, start: int) -> str:
    """``line`` with the bracket that is opened at ``start``, inside braces, closed before the comma of the next field; an empty string if there is none."""
    behind = re.search(r" *, *[a-z_]+: ", line[start:])
    if "{" not in line[:start] or not behind or "]" in line[start : start + behind.start()]:
        return ""
    return f"{line[: start + behind.start()]}]{line[start + behind.start() :]}"
