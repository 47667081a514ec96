"""The rule for words that lost a part: a sentence that stops in the middle, a time without a digit, a unit without its s. The rule's docstring is its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sds.checks.context import Context
from sds.checks.own_words import lines_with, look_everywhere, texts_with
from sds.checks.rule import WATER
from sds.model.files import File
from sds.problem import Problem
from sds.reading.joined_values import Joined
from sds.reading.visible_words import GONE, Visible
from sds.reading.yaml_text import Document
from sds.rule import Example, rule


@dataclass(frozen=True, slots=True)
class Lost:
    """A pattern of words that lost a part, what is wrong with them, and what to do. ``quick`` has a match in every text with one, for ``Joined.suspects``."""

    pattern: re.Pattern[str]
    wrong: str
    instead: str
    quick: re.Pattern[str]


NEVER_LAST = "the|an|a|my|your|our|their|its|and|or|but|if|because|than|very|every"
"""Words after which more words must follow. A word such as "for" or "to" can be the last one, as in "what it is for"."""
NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|[1-9][0-9]+"
UNIT = "minute|hour|day|week|month|year"
AFTER = "after|from|of|before|for|if|when|ago|later|unless|is|are|with|without|at|each|until|since"
"""Words before which a unit is not the first part of a longer name, as in "a six month review"."""
NO_TIME = re.compile(
    r"(?<![\w:.])(?:\d{1,2}[:.]\d(?:am|pm)|(?![1-4]:1\b)\d{1,2}:\d(?=$|[\s,;)])|(?:0?[1-9]|1[0-2])(?:[:.]\d\d)?[apm](?=$|[\s,;.)])(?! (?:an?|per|each)\b)"
    r"|(?:1[3-9]|[2-9]\d|\d{3,}|00?)(?:[:.]\d\d)?(?:am|pm)\b"
    r"|\d{1,2}[:.](?:[6-9]\d|\d{3,})(?:am|pm)\b|(?<=[ap]m to )\d{1,2}(?:[:.]\d\d)?(?=[,.;]|$))"
)
"""What is no time of day beside one: not "2:1", which is a share of workers, nor "5p a minute"."""
A_TIME = re.compile(r"\d(?:am|pm)\b")
"""A time of day, beside which "5p" is no letter of a list."""
LOST = (
    Lost(
        re.compile(
            rf"(?<=[A-Za-z,] )(?<!\b[Pp]art )(?<!\bparts )(?<!\b[Oo]ption )(?<!\bparagraph )(?:{NEVER_LAST})[.?!](?=$|[\s\"\u201d)])"
            r"|(?<=[a-z,] )(?:and|or) (?:are|is|of|by|must|the)[.?!](?=$|\s)"
        ),
        "A sentence stops in the middle",
        "Write the end of the sentence.",
        re.compile(rf" (?:{NEVER_LAST}|are|is|of|by|must)[.?!]"),
    ),
    Lost(
        re.compile(rf"(?i:\b(?:{NUMBER})) (?:working |calendar |full |whole )?(?:{UNIT})(?=$|[.;:!?)]|,(?! (?:{NUMBER})\b)| (?:{AFTER})\b)"),
        "The word after the number has no s",
        "Write the word with s, or the number 1.",
        re.compile(rf" (?:{UNIT})(?![a-z])"),
    ),
    Lost(
        re.compile(r"(?i:(?<!\S)(?!and )([a-z]+)((?: [a-z]+){1,7}) \1\2\b(?! \1\b))"),
        "The same words are here twice",
        "Delete them once.",
        re.compile(r"\s([A-Za-z]++ [A-Za-z]++)(?: [A-Za-z]++){0,6} (?i:\1)"),  # the first two of them
    ),
    Lost(re.compile(r"(?<!to and )(?<!to-and-)\b[Ff]ro(?= )"), '"fro" is here alone', "Write from, or to and fro.", re.compile("[Ff]ro ")),
)
QUICK = (*(lost.quick for lost in LOST), A_TIME)

BEGINS = re.compile(r"\s*(?:[-*+#|:>]|\d{1,3}\.)\s")
"""The start of a line that does not go on with the words of the line above: an item, a heading, a row of a table, a definition."""


@rule(
    "words-lost-no-part",
    "Nothing lost at the end or in the middle",
    Example("      why: The by-law gives each ten beds a tap, and the.", "      why: The by-law gives each ten beds a tap.", WATER),
    {"warning": "It looks like a slip. It may be right."},
)
def words_lost_no_part(context: Context) -> Iterator[Problem]:
    """No sentence ends with a word that cannot be its last one, such as "the". Times of day have all their digits and letters, as in 4:30pm. A number of days
    is followed by "days". No words are there twice, one after the other."""
    yield from look_everywhere(context, "lost", _lost, _lost_in_page)


def _lost(document: Document, form: File, not_ours: Collection[str]) -> Iterator[Problem]:
    lines: Sequence[str] = ()
    for (place, words, _), suspected in texts_with(document, form, not_ours, *QUICK):
        if told := _first(words, suspected):
            lines, first = lines or document.text.split("\n"), document.line(place)
            found, wrong, instead = told
            at = lines_with(found[0], words, first, lines) or lines_with(found[0].split()[-1], words, first, lines)
            yield _problem(document.path, at[0] if at else first, words, found, (wrong, instead))


def _lost_in_page(file: Visible) -> Iterator[Problem]:
    blocks = [(first, lines, " ".join(lines)) for first, lines in _unwrapped(file.seen)]
    for at, suspected in Joined([words for *_, words in blocks]).suspects(*QUICK).items():
        first, lines, words = blocks[at]
        if told := _first(words, suspected):
            found, wrong, instead = told
            above = sum(end <= found.start() for end in accumulate(len(line) + 1 for line in lines))
            yield _problem(file.path, first + above, words, found, (wrong, instead))


def _unwrapped(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Each paragraph, item or other block of a page: the number of its first line, and its lines without the spaces around them."""
    first, lines = 1, list[str]()
    for number, line in enumerate(text.split("\n"), start=1):
        if lines and (not line.strip() or BEGINS.match(line)):
            yield first, lines
            lines = []
        if line.strip():
            first, lines = first if lines else number, [*lines, line.strip()]
    yield first, lines


def _first(words: str, suspected: Collection[re.Pattern[str]]) -> tuple[re.Match[str], str, str] | None:
    """The first part of ``words`` that lost something, what is wrong and what to do; None if there is none. ``suspected`` has the quick tests that found it."""
    for lost in LOST:
        if lost.quick in suspected and (found := lost.pattern.search(words)):
            return found, lost.wrong, lost.instead
    if A_TIME in suspected and (found := NO_TIME.search(words)):
        return found, f'"{found[0]}" is no time of day', "Write its hour, its two digits of minutes if it has any, and am or pm, as in 4:30pm."
    return None


def _problem(path: str, line: int, words: str, found: re.Match[str], told: tuple[str, str]) -> Problem:
    around = words[words.rfind(" ", 0, max(found.start() - 1, 0)) + 1 : found.end()].replace(GONE, "")
    return Problem(path, line, f'{told[0]}, in "{around}".', told[1])
