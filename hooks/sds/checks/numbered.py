"""Rules for numbers of records: in order, with their points, and named as they are. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from sds.checks.context import Context
from sds.checks.own_words import line_with
from sds.checks.rule import WATER
from sds.model.kinds import KINDS, Kind
from sds.paths import ALIGNMENTS, RESOURCES, SOURCES, SPINE
from sds.problem import Problem, Replacement
from sds.reading.joined_values import values_with
from sds.reading.visible_words import Visible
from sds.reading.yaml_lines import word_mended
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

OF_OTHERS = frozenset({ALIGNMENTS, RESOURCES, SOURCES})
"""Files about other people's documents, which may number their parts too."""
GAP = r"(?: |\n *)"
"""What parts two words, which may be on two lines of a page."""
DIGITS = re.compile(r"\d+")
ONE = rf"\d{{1,2}}(?:(?:{GAP}to{GAP}|[-\u2013])\d{{1,2}})?"
SOME = rf"{ONE}(?:,{GAP}{ONE})*(?:,?{GAP}(?:and|or){GAP}{ONE})?"
"""Numbers in a row, each of which may be two with those between them."""
OWN_ORDER = "standards"
"""The kind whose order is checked by a rule of its own."""


def _numbered(context: Context) -> Iterator[tuple[Kind, Mapping[str, int]]]:
    """Each kind of the spine whose records all have a number, with the numbers by id."""
    for kind in KINDS.values():
        if kind.file.path == SPINE and "number" in kind.model.model_fields:
            numbers = {id: record.number for id, record in context.framework.records(kind.name).items()}
            if numbers and all(isinstance(number, int) for number in numbers.values()):
                yield kind, numbers


@rule(
    "records-are-numbered-in-order",
    "Numbers in order",
    Example('  - id: option-1\n    number: "2"', '  - id: option-1\n    number: "1"', SPINE),
)
def records_are_numbered_in_order(context: Context) -> Iterator[Problem]:
    """Where the records of a list in the spine have numbers, these are in order, from 1 with no gaps and each once."""
    for kind, numbers in _numbered(context) if SPINE not in context.incomplete else ():
        if len(getattr(context.framework.spine, kind.name)) > len(numbers):
            continue  # two have one id, which is reported
        for position, (id, number) in enumerate(numbers.items(), start=1):
            if number != position and kind.name != OWN_ORDER:
                wrong = f'"{id}" is number {number} but is at place {position}.'
                right = f'number: "{position}"'
                yield context.where.problem(kind.name, id, ("number",), wrong, f"Write {right}", write=right)
                break


@rule(
    "numbers-in-words-exist",
    "A number that a record has",
    Example("      why: The by-law gives each ten beds a tap, as Standard 30 says.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def numbers_in_words_exist(context: Context) -> Iterator[Problem]:
    """Where words name a record of this framework by its kind with a capital and its number, a record has that number."""
    if SPINE in context.incomplete:
        return
    of_kinds = ((kind, max(numbers.values()), len(context.ids(kind.name))) for kind, numbers in _numbered(context))
    most = {kind.one.capitalize(): max(highest, count) for kind, highest, count in of_kinds}  # a record may be set aside, or have the id of another
    if most:
        names = re.compile(rf"\b(?P<name>{'|'.join(most)})(?:{GAP}\d{{1,2}}|s{GAP}{SOME})\b(?!\.?\d)")
        rests_on = [f"{name} {count}" for name, count in most.items()]
        yield from context.in_documents("numbers", partial(_named_in, names, most), *rests_on)
        yield from context.in_pages("numbers", partial(_named_in_page, names, most), *rests_on)


def _named_in(names: re.Pattern[str], most: Mapping[str, int], document: Document) -> Iterator[Problem]:
    """A problem for each number in the words of a file that no record has. ``names`` finds them, and ``most`` has the highest number of each kind."""
    if document.path in OF_OTHERS:
        return
    lines = document.text.split("\n")
    for place, value in values_with(document, *(re.compile(rf"{name}s?\s+\d") for name in most)):
        for found, number in _beyond(names, most, " ".join(value.split())):
            at = line_with(found[0], value, document.line(place), lines)
            yield _no_such(document.path, at, found["name"], number[0], most)


def _named_in_page(names: re.Pattern[str], most: Mapping[str, int], file: Visible) -> Iterator[Problem]:
    for found, number in _beyond(names, most, file.seen):
        yield _no_such(file.path, file.seen.count("\n", 0, number.start()) + 1, found["name"], number[0], most)


def _beyond(names: re.Pattern[str], most: Mapping[str, int], words: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Each number in ``words`` that no record has: the match of the numbers with the ``name`` of the kind before them, and the match of this one."""
    for found in names.finditer(words):
        yield from ((found, number) for number in DIGITS.finditer(words, *found.span()) if not 1 <= int(number[0]) <= most[found["name"]])


def _no_such(path: str, line: int, name: str, number: str, most: Mapping[str, int]) -> Problem:
    return Problem(path, line, f"There is no {name} {number}: their numbers go from 1 to {most[name]}.", "Write the number of the one that you mean.")


@rule(
    "numbers-keep-their-points",
    "Numbers of components with their points",
    Example('    official: "110"', '    official: "1.10"', WATER),
)
def numbers_keep_their_points(context: Context) -> Iterator[Problem]:
    """The official number of a component begins with the number of a standard and a point, where those of other components do. Words and evidence name it
    with that point."""
    start = {entry.id: f"{entry.number}." for entry in context.framework.spine.standards}  # also those whose own file could not be read
    official = [(one, one.official) for one in context.framework.components if one.official and one.standard in start]
    starts = tuple(start.values())  # a component that another edition had under another standard keeps its number until that is written anew
    known = [number for one, number in official if number.startswith(start[one.standard])]
    if not known and not any(number.isdecimal() for _, number in official):
        return
    for one, number in official:
        if not number.startswith(starts) and re.fullmatch(r"\d+(?:\.\d+)*", number):
            begins = start[one.standard]
            right = f'official: "{begins}{number.removeprefix(begins[:-1])}"' if number.startswith(begins[:-1]) and len(number) >= len(begins) else ""
            wrong = f'The number "{number}" of "{one.id}" does not begin with the number of a standard and a point.'
            yield context.where.problem("components", one.id, ("official",), wrong, f"Write {right}" if right else f'Begin it with "{begins}".', write=right)
    for at, move in enumerate(context.framework.spine.component_moves):
        if move.to and move.standard in start and not move.to.startswith(starts):
            begins, number = start[move.standard], re.sub(r"[^0-9]+", ".", move.to)
            right = f'"{number}"' if number.startswith(begins) else ""
            told = f"Write to: {right}" if right else f'Begin it with "{begins}".'
            wrong = f'"{move.to}" is not the number of a component of "{move.standard}".'
            yield context.where.problem_in(SPINE, ("component_moves", at, "to"), wrong, told, (f'"{move.to}"', right))
    pointed = {number.replace(".", sign): number for sign in ("", ",", ":") for number in known}
    yield from context.in_documents("points", partial(_points_in, pointed), *sorted(known))
    yield from context.in_pages("points", partial(_points_in_page, pointed), *sorted(known))


COMPONENT = KINDS["components"].one
AND_OTHERS = r"(?:s(?: \d+\.\d+(?:,| and| or| to))*)?"
NO_POINT = re.compile(rf"{COMPONENT[1:]}(?<=\b(?i:{COMPONENT})){AND_OTHERS} (\d{{2,4}}|\d{{1,2}}[,:]\d{{1,2}})\b(?![.,:]\d)")
"""A component, but for its first letter, by its number without the point: together, or with another sign in its place. A pattern that begins with plain letters
is searched ten times as fast."""


def _points_in(right: Mapping[str, str], document: Document) -> Iterator[Problem]:
    """A problem for each component in the words or the evidence of a file with a number that has no point. ``right`` has the number with it."""
    lines = document.text.split("\n")
    for place, value in values_with(document, NO_POINT):
        for number, said in _without_point(right, value):
            at = line_with(said, value, document.line(place), lines)
            yield _no_point(document.path, at, said, number, right, word_mended(lines, at, number, right[number]))


def _points_in_page(right: Mapping[str, str], file: Visible) -> Iterator[Problem]:
    lines = file.text.split("\n")
    for at, line in enumerate(file.seen.split("\n"), start=1):
        for number, said in _without_point(right, line):
            yield _no_point(file.path, at, said, number, right, word_mended(lines, at, number, right[number]))


def _without_point(right: Mapping[str, str], words: str) -> Iterator[tuple[str, str]]:
    """Each such number in ``words`` that is right with a point, and the words up to it."""
    return ((found[1], words[found.start() - 1 : found.end()]) for found in NO_POINT.finditer(words) if found[1] in right)


def _no_point(path: str, line: int, said: str, number: str, right: Mapping[str, str], new: Replacement | None) -> Problem:
    wrong = f"There is no {COMPONENT} {number}; there is a {COMPONENT} {right[number]}."
    return Problem(path, line, wrong, f"Write {said.replace(number, right[number])}", replacement=new)
