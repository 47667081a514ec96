"""Rules for the texts of all YAML files: plain, complete and without repetition. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TypeAlias

from sds import placeholders
from sds.cache import Cache
from sds.checks import list_marks
from sds.checks.context import Context
from sds.checks.filled_in import unfilled
from sds.checks.list_marks import list_mark
from sds.checks.rule import WATER
from sds.model.files import File
from sds.paths import EASY_MENUS, GLOSSARY, RESOURCES, SPINE
from sds.placeholders import ALONE, placeholder
from sds.problem import FieldPath, Problem, Replacement, quoted
from sds.reading.field_forms import at_any, description, is_date, is_words, is_year
from sds.reading.joined_values import joined, values_with
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import lists_of, values_of
from sds.reading.yaml_lines import field_or_item
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

LINK = re.compile(r"\[([^\][]+)\] ?\((?:https?:|~/|/|mailto:)[^)\s]*\)")
SPACED_BOLD = re.compile(r"(?<!\S)\*\* +([^\s*][^*]*?) *\*\*(?=[\s.,?]|$)|(?<!\S)\*\*([^\s*][^*]*?) +\*\*(?=[\s.,?]|$)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
UNDERLINED = re.compile(r"(?<![\w./])__([^\s_][^_]*)__(?!\w)")
CODE = re.compile(r"`([^`]+)`")
SLANTED = re.compile(r"(?<![\w/_])_([^\s_][^_]*)_(?![\w/_])|(?<![\w*])\*([^\s*][^*]*)\*(?![\w*])")
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});")
# separate from easy_read/hard_words.py, which parses hard words: these patterns find any Markdown in fields without Markdown
MARKS = (
    (LINK, "a link as Markdown has it"),
    (BOLD, "stars for bold words"),
    (UNDERLINED, "signs for bold words"),
    (CODE, "backticks"),
    (SLANTED, "signs for italics"),
)
SIGN = re.compile(r"[\[*`_&]")
"""A quick test: a value without one of these characters has no Markdown or HTML entity."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAY_OR_YEAR = re.compile(r"\n\d{4}(?:-\d\d-\d\d)?$", re.MULTILINE)
"""A quick test, for ``Joined.suspects``: a value without a match is no day and no year."""
BRACES = re.compile(r"\{[^{}]*\}")
FILLED_BY_FIELD = frozenset({SPINE, EASY_MENUS})
"""The files in which the description of a field names its placeholders. In forms, placeholders are the ids of boxes, which another rule checks."""


Look: TypeAlias = Callable[[Document, File], Iterator[Problem]]
_FOUND = Cache[list[tuple[Look, Problem]]]()


def _in_each(context: Context, look: Look) -> Iterator[Problem]:
    """What ``look`` finds in each file. The result depends on nothing else, so it is cached until the file changes."""
    for path, document in context.where.documents.items():
        found = _FOUND.get(path, (document,), partial(context.clean_checks.among, ("words", path, document.text), partial(_by_all, document)))
        yield from (problem for by, problem in found if by is look)


def _by_all(document: Document) -> Iterator[tuple[Look, Problem]]:
    """What all these functions find in a file, so that one cache entry says that none has found anything."""
    return ((look, problem) for look in (_marked, _unfinished, _braced, _repeated) for problem in look(document, kind_of_file(document.path)))


def _suspects(document: Document, *quick: re.Pattern[str]) -> Iterator[tuple[FieldPath, str, Collection[re.Pattern[str]]]]:
    """Each value of a file that ``Joined.suspects`` finds, except web addresses: its field path, the value, and the patterns found there."""
    values = values_of(document)
    found = ((*values[index], patterns) for index, patterns in joined(document).suspects(*quick).items())
    return (one for one in found if not one[1].startswith(("http://", "https://")))


def mended(document: Document, place: FieldPath, value: str, pattern: re.Pattern[str], write: str) -> Replacement | None:
    """The replacement for the line of a value that matches ``pattern``, with ``write`` (for ``re.sub``) instead; None if the match spans two lines."""
    lines, number = document.text.split("\n"), document.line(place)
    for at in range(number, min(number + value.count(" ") + 2, len(lines)) + 1):
        new = pattern.sub(write, lines[at - 1])
        if new != lines[at - 1]:
            return Replacement(at, at, (lines[at - 1],), new)
    return None


@rule(
    "words-are-plain",
    "Plain words, without formatting",
    Example("    easy: A **big** pot for rain.", "    easy: A big pot for rain.", GLOSSARY),
)
def words_are_plain(context: Context) -> Iterator[Problem]:
    """Words contain no Markdown and no HTML codes, because the page adds the formatting. Only easy-read words have hard words between two pairs of stars."""
    yield from _in_each(context, _marked)


def _marked(document: Document, form: File) -> Iterator[Problem]:
    for place, value, suspected in _suspects(document, SIGN, *list_marks.QUICK):
        if listed := list_mark(document, place, value, form.model):
            yield listed
        if SIGN not in suspected:
            continue
        if form.bold and SPACED_BOLD.search(value):
            new = mended(document, place, value, SPACED_BOLD, r"**\1\2**")
            yield _told(document, place, "There is a space between two stars and the hard word that they are for.", new)
            continue
        for pattern, called in MARKS:
            if pattern.search(value) and not (pattern is BOLD and form.bold) and not (pattern is SLANTED and BOLD.search(value)):
                new = mended(document, place, value, pattern, _without_slant(document, form, value) if pattern is SLANTED else r"\1")
                yield _told(document, place, f"These words contain {called}, and readers would see the characters.", new)
        if found := ENTITY.search(value):
            written = " " if (character := html.unescape(found[0])).isspace() else character
            if written != found[0]:
                new = mended(document, place, value, re.compile(re.escape(found[0])), written)
                yield _told(document, place, f'"{found[0]}" is an HTML code, and readers would see it as it is.', new)


def _without_slant(document: Document, form: File, value: str) -> str:
    """What to write for words in italics: as a hard word if the file has it as one elsewhere."""
    found = SLANTED.search(value)
    hard = form.bold and found and f"**{found[1] or found[2]}**" in document.text
    return r"**\g<1>\g<2>**" if hard else r"\g<1>\g<2>"


def _told(document: Document, place: FieldPath, wrong: str, new: Replacement | None) -> Problem:
    instead = f"Write {new.line.strip()}" if new else "Write the words without them."
    return Problem(document.path, new.first if new else document.line(place), wrong, instead, replacement=new)


@rule(
    "words-are-finished",
    "No placeholders",
    Example("      why: TBC the by-law gives each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def words_are_finished(context: Context) -> Iterator[Problem]:
    """No field has placeholder words, such as TBC."""
    yield from _in_each(context, _unfinished)


def _unfinished(document: Document, form: File) -> Iterator[Problem]:
    for place, value, _ in _suspects(document, *placeholders.QUICK):
        if (told := placeholder(value)) and (is_words(form.model, at_any(place)) or not ALONE.fullmatch(value)):
            yield Problem(document.path, document.line(place), *told)


@rule(
    "braces-name-something",
    "No braces in words",
    Example("      why: The {law} gives each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def braces_name_something(context: Context) -> Iterator[Problem]:
    """Braces appear only in words that the site fills in. Where it fills in the name or the number of a record, they are there, and where it fills in how many
    there are, no number is."""
    yield from _in_each(context, _braced)


def _braced(document: Document, form: File) -> Iterator[Problem]:
    if form.path in FILLED_BY_FIELD:
        yield from unfilled(document, form)
    if form.braces and form.path not in FILLED_BY_FIELD:
        return
    for place, value, _ in _suspects(document, BRACES):
        said = description(form.model, place)
        if found := next((one for one in BRACES.finditer(value) if one[0] not in said), None):
            wrong = f"Nothing replaces {found[0]}, so readers would see its braces."
            filled = " or ".join(BRACES.findall(said))
            yield Problem(document.path, document.line(place), wrong, f"Write {filled}, or words." if filled else "Write the words, without braces.")


@rule(
    "lists-say-a-thing-once",
    "No repeats in a list",
    Example("      stages: [planning, harvest, planning]", "      stages: [planning, harvest]", WATER),
)
def lists_say_a_thing_once(context: Context) -> Iterator[Problem]:
    """No list of ids or of words has an item twice."""
    yield from _in_each(context, _repeated)


def _repeated(document: Document, form: File) -> Iterator[Problem]:
    for place, items in lists_of(document):
        values = [(step, item) for step, item in enumerate(items) if isinstance(item, str)]
        if place[0] == form.repeats or len({value for _, value in values}) == len(values):
            continue
        seen, told = dict[str, FieldPath](), set[tuple[str, int]]()
        for step, value in values:
            at = (*place, step)
            if value in seen:
                line = document.line(at)
                if (value, line) not in told:  # making a problem takes as long as the file is, so each line is reported only once
                    told.add((value, line))
                    yield _twice(document, at, value, document.line(seen[value]))
            seen.setdefault(value, at)


def _twice(document: Document, place: FieldPath, value: str, first: int) -> Problem:
    """The problem for a repeated item. A list on one line is written again without it."""
    line, name = document.line(place), str(next(step for step in reversed(place) if isinstance(step, str)))
    wrong = f'"{value}" is twice in the list "{name}"{"" if first == line else f"; the first is on line {first}"}.'
    items = list(dict.fromkeys(value for at, value in values_of(document) if at[:-1] == place[:-1]))
    written = f"{name}: [{', '.join(quoted(item) if ',' in item or ': ' in item else item for item in items)}]"
    lines = document.text.split("\n")
    new = field_or_item(lines, document.line(place[:-1]), name, written) if f"{name}: [" in lines[document.line(place[:-1]) - 1] else None
    return Problem(document.path, line, wrong, f"Write {written}" if new else "Delete one of them.", replacement=new)


@rule(
    "dates-are-not-to-come",
    "No dates in the future",
    Example('    checked: {when: "2091-03-01", how', '    checked: {when: "2021-03-01", how', RESOURCES),
)
def dates_are_not_to_come(context: Context) -> Iterator[Problem]:
    """No day on which something was seen, read or changed is later than today, and no year of publication is later than this year."""
    today = context.today.isoformat()
    for document in context.where.documents.values():
        yield from context.clean_checks.among(("days", document.path, document.text, today), partial(_to_come, document, today))


def _to_come(document: Document, today: str) -> Iterator[Problem]:
    if kind_of_file(document.path).name == "easy-read":
        return  # rule ER36 checks the only dates in these files
    for place, value in _DAYS.get(document.path, (document,), partial(_days, document)):
        if value > today[: len(value)]:
            instead = f'Write the day on which it was done: today is "{today}".' if DAY.fullmatch(value) else "Write the year that is printed on it."
            yield Problem(document.path, document.line(place), f'"{value}" is in the future.', instead)


_DAYS = Cache[list[tuple[FieldPath, str]]]()


def _days(document: Document) -> list[tuple[FieldPath, str]]:
    """The dates and years in fields for these, each with its field path."""
    model = kind_of_file(document.path).model
    found = [*values_with(document, DAY_OR_YEAR)]
    days = [(place, value) for place, value in found if DAY.fullmatch(value) and _is_day(value) and is_date(model, place)]
    return days + [(place, value) for place, value in found if len(value) == len("2026") and value.isdecimal() and is_year(model, place)]


def _is_day(value: str) -> bool:
    """Whether the date exists. One that does not is reported when the file is read."""
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True
