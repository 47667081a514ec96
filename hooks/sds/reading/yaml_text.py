"""YAML text -> plain values with their line numbers. Every scalar stays the text that was written.

YAML guesses types: ``1.10`` becomes 1.1, ``no`` becomes false, a date becomes an object, and of a repeated key
the first value is silently lost. So the text is only composed to nodes (by libyaml, with positions), never constructed, and
repeated keys, tabs, invisible characters and text lost after `` #`` are reported.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

import yaml

from sds.cache import TextCache
from sds.problem import FieldPath, Problem, Replacement, quoted, replaced
from sds.reading.characters import bad_characters, lines_of
from sds.reading.limits import too_deep, too_large
from sds.reading.yaml_doubles import file_twice, here_twice, line_twice
from sds.reading.yaml_errors import yaml_problem
from sds.reading.yaml_escapes import escapes
from sds.reading.yaml_hyphens import lost_hyphen
from sds.reading.yaml_indents import if_nearest
from sds.reading.yaml_lines import as_similar, entry, replacement
from sds.reading.yaml_pasted import without_tab
from sds.reading.yaml_signs import no_name, sign_first

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

CONFLICT = re.compile(r" *(<{7}|={7}|>{7}|\|{7})( |$)")
"""A conflict marker of git."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A parsed YAML file: its text, its values, the line (from 1) of each field path, and the records that have a field ``twice``. Compared by identity, so
    that it can be a cache key."""

    path: str
    text: str
    data: dict[str, Value]
    lines: Mapping[FieldPath, int]
    twice: frozenset[FieldPath] = frozenset()

    def line(self, place: FieldPath) -> int:
        """The line of the field path ``place``, or of the nearest value around it that is in the file, or 1."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The document in ``text`` (None if it cannot be parsed), and every problem found in it. ``path`` is for messages. Cached in memory."""
    return _PARSED.get(path, text, partial(parse_anew, path, text))


def parse_anew(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The same, not cached."""
    document, problems = _parse(path, text)
    return document, [_sure(path, text, problem, problems) if number < MOST_TRIED else problem for number, problem in enumerate(problems)]


_PARSED = TextCache[tuple[Document | None, list[Problem]]]()
MOST_TRIED = 5
"""How many proposed replacements are tried out: each try takes as long as parsing the file."""


def _sure(path: str, text: str, problem: Problem, found: Collection[Problem]) -> Problem:
    """``problem``, one of those ``found``, with its replacement only if that really solves it: the diagnosis may be wrong."""
    if problem.replacement is None or not problem.hides:
        return problem
    text = text.replace("\r\n", "\n")
    after = replaced(text, [problem.replacement])[0]
    there = {(one.line, one.wrong) for one in found if one is not problem}
    still = [one for one in _parse(path, after)[1] if (one.line, one.wrong) not in there]
    left = [one for one in still if one.line == problem.line and (one.wrong == problem.wrong or one.replacement == problem.replacement)]
    back = any(one.replacement and replaced(after, [one.replacement])[0] == text for one in still)  # the cause is another line
    if after == text or left or back or any(one.line < problem.replacement.first for one in still if one.hides):
        lines = [*text.split("\n"), ""]  # the problem may be that the file ends
        told = as_similar(lines, problem.line)
        if (spaces := problem.replacement.indents) is not None and not left and not back:
            told = if_nearest(lines, problem.line, spaces)
        return replace(problem, instead=told, replacement=None)
    return problem


class _Loader(yaml.CSafeLoader):
    """libyaml's loader without the resolution of types, which is not needed and takes a third of the time."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:  # noqa: ARG002 (libyaml's own names)
        return ""

    def descend_resolver(self, parent: yaml.Node, index: object) -> None:
        """Does nothing."""

    def ascend_resolver(self) -> None:
        """Does nothing."""


def _parse(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    problems = sorted([*bad_characters(path, text), *tabs(path, text), *conflicts(path, text), *too_deep(path, text)])
    if problems:
        return None, problems
    text = text.replace("\r\n", "\n")
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [yaml_problem(path, text, error)]
    if not isinstance(node, yaml.MappingNode):
        return None, [Problem(path, 1, "This file has no fields.", 'Start a line with a field name and a colon, such as "id: a-name".', hides=True)]
    lines: dict[FieldPath, int] = {}
    twice = set[FieldPath]()
    data = _value(path, [*text.removesuffix("\n").split("\n"), ""], node, (), lines, problems, twice)  # an empty value may be where the file ends
    if any(problem.hides for problem in problems) or not isinstance(data, dict):
        return None, problems
    return Document(path, text, data, lines, frozenset(twice)), problems


MISSING = "This file is missing."
RESTORE = "Restore it from an earlier version."

Parse: TypeAlias = Callable[[str, str], tuple["Document | None", list[Problem]]]
"""A function with the signature of ``parse``, such as one with a cache."""


def read(root: Path, path: str, parse: Parse = parse) -> tuple[Document | None, list[Problem]]:
    """The document in the file ``path`` (relative to ``root``), or None, and every problem found in it. ``parse`` parses its text."""
    if (root / path).is_dir():
        return None, [Problem(path, 1, "This is a folder with the name of a file.", "Give it a name without .yaml, or delete it.", hides=True)]
    try:
        if problem := too_large(path, (root / path).stat().st_size):
            return None, [problem]
        data = (root / path).read_bytes()
    except FileNotFoundError:
        return None, [Problem(path, 1, MISSING, RESTORE, hides=True)]
    try:
        return parse(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, [not_utf8(path, error)]


def not_utf8(path: str, error: UnicodeDecodeError) -> Problem:
    """The problem for a file that is not UTF-8, on the line of the first invalid byte."""
    line = len(lines_of(error.object[: error.start].decode("utf-8")))
    return Problem(path, line, "This file is not saved as UTF-8 text.", "Save it again with the encoding UTF-8.", hides=True)


def tabs(path: str, text: str) -> Iterator[Problem]:
    """A problem for each line with a tab, with the corrected line if the tab is not part of the indentation, or the lines around show what that is."""
    lines = lines_of(text) if "\t" in text else []
    for number, line in enumerate(lines, start=1):
        if "\t" in line.lstrip() and "\t" not in line[: len(line) - len(line.lstrip())]:
            mended = re.sub(r"[ \t]*\t[ \t]*", " ", line).rstrip()
            told = f"Write a space in its place: {mended.strip()}"
            yield Problem(path, number, "There is a tab in this line.", told, replacement=Replacement(number, number, (line,), mended), hides=True)
        elif "\t" in line:
            yield without_tab(lines, number).problem(path)


def conflicts(path: str, text: str) -> Iterator[Problem]:
    """A problem for each unresolved merge conflict, at its first marker."""
    inside = False
    for number, line in enumerate(lines_of(text) if any(mark * 7 in text for mark in "<=>|") else (), start=1):
        if mark := CONFLICT.match(line):
            if not inside or mark[1] == "<" * 7:
                yield Problem(path, number, "Two versions of this passage were not merged.", "Keep one and delete the marks.", hides=True)
            inside = mark[1] != ">" * 7


def _value(path: str, text: list[str], node: yaml.Node, place: FieldPath, lines: dict[FieldPath, int], problems: list[Problem], twice: set[FieldPath]) -> Value:
    """The plain value of ``node``. Adds its lines to ``lines``, its problems to ``problems``, and to ``twice`` the records that have a field twice."""
    lines.setdefault(place, node.start_mark.line + 1)
    if text[node.start_mark.line].startswith(("&", "!"), node.start_mark.column):
        problems.append(sign_first(text, node.start_mark.line + 1, path).problem(path))
        return ""
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Value] = {}
        again: list[tuple[str, int]] = []
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append(no_name(text, key_node.start_mark.line + 1, path).problem(path))
                return ""
            key, line = sys.intern(str(key_node.value)), key_node.start_mark.line + 1  # one string for all fields of a name, which are a tenth of the memory
            if key_node.style == '"':
                problems.extend(one.problem(path) for one in escapes(text, key_node))
            here = (*place, key)
            if key in result:
                if not place and (copied := file_twice(text, line)):
                    problems.append(copied.problem(path))
                    return result
                if key == "id":
                    problems.append(lost_hyphen(text, line, key_node.start_mark.column).problem(path))
                    return result
                if place and not isinstance(value_node, yaml.ScalarNode) and isinstance(result[key], list) and _holds_records(value_node):
                    wrong = f'"{key}" is here twice; the first is on line {lines[here]}.'
                    problems.append(Problem(path, line, wrong, "Write its own name here, or move what is below it to the first.", hides=True))
                    continue
                if result[key] != "" or text[line - 1] != text[line - 2]:
                    again.append((key, line))
                    twice.add(place)
                    continue
                problems.append(line_twice(text, line).problem(path))  # the name of a list or of several lines, copied
            lines[here] = line
            result[key] = _value(path, text, value_node, here, lines, problems, twice)
        problems.extend(here_twice(path, text, again, {key: lines[(*place, key)] for key, _ in again}))
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(path, text, child, (*place, index), lines, problems, twice) for index, child in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    if not node.style and "#" not in text[node.end_mark.line]:  # a shortcut for most values
        return str(node.value)
    if node.style == '"':
        problems.extend(one.problem(path) for one in escapes(text, node))
    lost = _lost_words(text, node)
    if lost:
        name, whole, found = f"{place[-1]}:" if isinstance(place[-1], str) else "-", quoted(f"{node.value} {lost}"), entry(text, node.start_mark.line + 1)
        noted = re.match(r"#+\s+\D", lost)  # in quotes, readers would see the sign
        told = f"Put the whole value in double quotes: {name} {whole}"
        if noted:
            told = f"Delete them, or write them without the sign: {name} {quoted(f'{node.value} {lost[noted.end() - 1 :]}')}"
        own = found.first == node.start_mark.line + 1 and len(found.space + found.lead) == node.start_mark.column  # not one of several values in braces
        problems.append(
            Problem(
                path,
                node.end_mark.line + 1,
                f'The words "{lost}" are lost, because a space and # start a note.',
                told,
                replacement=replacement(text, found.first, node.end_mark.line + 1, found.space + found.lead + whole) if own and not noted else None,
                hides=True,
            )
        )
    return str(node.value)


def _holds_records(node: yaml.Node) -> bool:
    """Whether ``node`` is a list of records. If two such lists have the same name, the name of one is wrong, and its records must not be deleted."""
    return isinstance(node, yaml.SequenceNode) and any(isinstance(item, yaml.MappingNode) for item in node.value)


def _lost_words(text: list[str], node: yaml.ScalarNode) -> str:
    """The text after `` #`` on the line where an unquoted value ends, or an empty string."""
    if node.style or not node.value:
        return ""
    rest = text[node.end_mark.line][node.end_mark.column :].strip()
    return rest if rest.startswith("#") else ""
