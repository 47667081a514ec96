"""YAML text -> plain values that remember their line. Every value stays the text that was written.

YAML guesses types: ``1.10`` becomes 1.1, ``no`` becomes false, a date becomes an object, and a repeated key
silently loses the first value. So the text is only composed (libyaml, with marks), never constructed, and
repeated keys, tabs, invisible characters and words lost after `` #`` are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml

from sds.problem import Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Place: TypeAlias = tuple[str | int, ...]

INVISIBLE = {"\u00a0": "a non-breaking space", "\u200b": "a zero-width space", "\ufeff": "a byte-order mark", "\u2028": "a line separator"}

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML takes in no file."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One YAML file: its values, and the line (from 1) on which each place in them starts. It equals only itself, so what is made of it can be kept."""

    path: str
    data: dict[str, Value]
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """The line of ``place``, or of the nearest place around it that is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(root: Path, path: str) -> tuple[Document | None, list[Problem]]:
    """Read ``path`` (relative to ``root``). Returns the document, or None, and every problem found in its text."""
    try:
        text = (root / path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None, [Problem(path, 1, "This file is missing.", "Restore it from an earlier version.")]
    except UnicodeDecodeError:
        return None, [Problem(path, 1, "This file is not saved as UTF-8 text.", "Save it again with the encoding UTF-8.")]
    return parse(path, text)


@lru_cache(maxsize=64)  # a preview reads all files again at each save, and one of them has changed
def parse(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """As :func:`read`, for text already in hand."""
    problems = list(_bad_characters(path, text))
    if problems:
        return None, problems
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, [_in_plain_words(path, text, error)]
    if not isinstance(node, yaml.MappingNode):
        return None, [Problem(path, 1, "This file holds no fields.", 'Start a line with a field name and a colon, such as "id: a-name".')]
    lines: dict[Place, int] = {}
    data = _value(path, text.split("\n"), node, (), lines, problems)
    assert isinstance(data, dict)
    return Document(path, data, lines), problems


def _bad_characters(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            yield Problem(path, number, "There is a tab in this line.", "Write two spaces for each step in from the left.")
        for character, name in INVISIBLE.items():
            if character in line:
                yield Problem(path, number, f"There is {name} in this line, which cannot be seen.", "Delete the space and type it again.")
        if CONTROL.search(line):
            yield Problem(path, number, "There is a character in this line that cannot be seen or printed.", "Delete the words around it and type them again.")


def _value(path: str, text: list[str], node: yaml.Node, place: Place, lines: dict[Place, int], problems: list[Problem]) -> Value:
    """The value under ``node``; notes its lines and problems on the way."""
    lines.setdefault(place, node.start_mark.line + 1)
    if text[node.start_mark.line][node.start_mark.column :].startswith(("&", "!")):
        problems.append(_sign(path, node.start_mark.line + 1))
        return ""
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                first = lines[(*place, key)]
                problems.append(Problem(path, line, f'The field "{key}" is here twice; the first is on line {first}.', "Keep one of them."))
                continue
            lines[(*place, key)] = line
            result[key] = _value(path, text, value_node, (*place, key), lines, problems)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(path, text, child, (*place, index), lines, problems) for index, child in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    lost = _lost_words(text, node)
    if lost:
        whole = f"{node.value} {lost}".replace('"', "'")
        problems.append(
            Problem(
                path,
                node.end_mark.line + 1,
                f'The words "{lost}" are lost, because a space and # start a note.',
                f'Put the whole value in double quotes: "{whole}"',
            )
        )
    return str(node.value)


def _lost_words(text: list[str], node: yaml.ScalarNode) -> str:
    """The words after `` #`` on the line where an unquoted value ends, or an empty string."""
    if node.style or not node.value:
        return ""
    rest = text[node.end_mark.line][node.end_mark.column :].strip()
    return rest if rest.startswith("#") else ""


def _sign(path: str, line: int) -> Problem:
    return Problem(path, line, "A value starts with *, & or !, which have a meaning of their own here.", "Put the value in double quotes.")


def _in_plain_words(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """libyaml's message, said for someone who does not write programs."""
    lines = [*text.split("\n"), ""]
    mark = error.problem_mark or error.context_mark
    number = (mark.line if mark else 0) + 1
    began = (error.context_mark.line + 1) if error.context_mark else number
    said = f"{error.context or ''} {error.problem or ''}"
    name, colon, rest = lines[number - 1].partition(": ")
    if "mapping values are not allowed" in said:
        if colon and ":" in rest:
            quoted = rest.strip().replace('"', "'")
            return Problem(path, number, "There is a second colon in this value.", f'Put the value in double quotes: {name.strip()}: "{quoted}"')
        above = next((place for place in range(number - 1, 0, -1) if lines[place - 1].strip()), number)
        if ":" not in lines[above - 1] and _step(lines[above - 1]) == _step(lines[number - 1]):
            return _no_colon(path, above)
        return Problem(path, number, "This line is set in further than the field it belongs to.", "Line it up with the fields around it.")
    if "cannot start any token" in said:
        return Problem(
            path, number, "A value starts with a character that has a meaning of its own here.", f'Put the value in double quotes: {name.strip()}: "..."'
        )
    if any(sign in said for sign in ("alias", "anchor", "tag")):
        return _sign(path, number)
    if "escape" in said:
        return Problem(path, number, "A backslash inside double quotes has a meaning of its own.", "Leave the backslash out, or write two of them.")
    if "quoted scalar" in said:
        return Problem(path, began, "A quote is opened and never closed.", 'End the value with the same quote, as in text: "Ask for a plan."')
    if "could not find expected ':'" in said:
        return _no_colon(path, began)
    return Problem(
        path,
        number,
        "This line is not lined up with the lines around it, or a quote inside it is not closed.",
        "Set it in by the same number of spaces as the field above it, two for each step, and put the value in double quotes.",
    )


def _no_colon(path: str, line: int) -> Problem:
    return Problem(path, line, "There is no colon and space after the field name.", 'Write the name, a colon and a space: text: "..."')


def _step(line: str) -> int:
    """How far a line is set in."""
    return len(line) - len(line.lstrip(" "))
