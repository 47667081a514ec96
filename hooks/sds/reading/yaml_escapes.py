"""Explains backslashes in double quotes, which YAML reads as escape sequences, or rejects."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

import yaml

from sds.problem import Replacement
from sds.reading.diagnosis import Diagnosis

ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.)|$)")
"""An escape sequence: a code point (groups 1 to 3), a single character (group 4), or a backslash at the end of the line."""
HARMLESS = frozenset({"\\", '"'})
"""The characters that editors may escape on purpose: a backslash and a quote."""
ESCAPED_END = re.compile(r'([^"]*"(?:[^"\\]|\\[^"])*)\\" *')
"""A line whose closing quote is escaped, as after the path of a folder (``"C:\\data\\"``), so that the value is not closed."""


def escapes(lines: Sequence[str], node: yaml.Node) -> Iterator[Diagnosis]:
    """A diagnosis for each line of a value in double quotes that has an escape sequence other than ``\\\\`` and ``\\"``."""
    if not isinstance(node, yaml.ScalarNode) or node.style != '"':
        return
    for at in range(node.start_mark.line, node.end_mark.line + 1):
        start = node.start_mark.column if at == node.start_mark.line else 0
        end = node.end_mark.column if at == node.end_mark.line else None
        if any(not code[4] or code[4] not in HARMLESS for code in ESCAPE.finditer(lines[at][start:end])):
            yield escape(lines[at], at + 1)


def escape(line: str, number: int) -> Diagnosis:
    """The diagnosis for the escape sequences on ``line``, which has the line number ``number``."""
    codes = [code for code in ESCAPE.finditer(line) if code[4] not in HARMLESS]
    if found := ESCAPED_END.fullmatch(line):
        line = f'{found[1]}/"'
    whole = ESCAPE.sub(lambda code: code[0] if code[4] in HARMLESS else _meant(code), line)
    mended = whole.strip()
    if all(code[0] == "\\" for code in codes):
        return Diagnosis(number, "A backslash ends this line.", f"Leave it out: {mended}", Replacement(number, number, (line,), whole.rstrip()))
    named = " and ".join(dict.fromkeys(code[0] for code in codes))
    wrong = f"A backslash in double quotes changes what follows it: {named} {'is' if len(codes) == 1 else 'are'} not read as written."
    if all(code[1] or code[2] or code[3] for code in codes):
        return Diagnosis(number, wrong, f"Write the character itself, or leave it out: {mended}")
    return Diagnosis(number, wrong, f"Write a slash in its place, or two backslashes: {mended}")


def escaped_end(line: str, number: int) -> Diagnosis | None:
    """The diagnosis for a value on ``line`` (line ``number``) whose closing quote is escaped by a backslash, or None."""
    found = ESCAPED_END.fullmatch(line)
    wrong = "A backslash stands before the closing quote, and makes it a part of the words."
    return Diagnosis(number, wrong, f'Write a slash in its place, or two backslashes: {found[1].strip()}/"') if found else None


def _meant(code: re.Match[str]) -> str:
    """What the editor most likely meant by an escape sequence: the character with that code point if it is printable, else a slash."""
    if number := code[1] or code[2] or code[3]:
        character = chr(int(number, 16)) if int(number, 16) <= sys.maxunicode else ""
        return character if character.isprintable() else ""
    return "" if code[4] is None else f"/{code[4].removeprefix('/')}"
